import { describe, expect, it } from 'vitest';
import { everythingWrong } from './oracle/everything.ts';
import { type Story, worldBefore } from './story.ts';
import { atEveryRequest, drain, finishWithFault } from './world/deliveries.ts';
import { FAULTS, FAULTS_WITHOUT_ROWS } from './world/run.ts';

/** The tests of what comes of these stories when a request of their ingest is disturbed, each request and fault in turn. */
export function interruptedAtEveryRequest(stories: Readonly<Record<string, Story>>): void {
  describe.each(Object.entries(stories))('the ingest of %s', (_, story) => {
    const faults = story.bringsRows ? FAULTS : FAULTS_WITHOUT_ROWS;

    it.each(faults)('is made good by the next delivery when a request %s, whichever it is', async (fault) => {
      await atEveryRequest(async (number) => {
        const world = await worldBefore(story);
        story.event(world);
        const run = await world.deliver();
        const struck = await finishWithFault(world, run, number, fault);
        await drain(world);
        expect(await everythingWrong(world), `${fault}: ${number} ${struck}`).toEqual([]);
        return struck;
      });
    });
  });
}
