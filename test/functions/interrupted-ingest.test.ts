import { describe, expect, it } from 'vitest';
import { everythingWrong } from './oracle/everything.ts';
import { STORIES, worldBefore } from './stories.ts';
import { drain, finishWithFault } from './world/deliveries.ts';
import { FAULTS } from './world/run.ts';

describe.each(Object.entries(STORIES))('the ingest of %s', (_, story) => {
  it.each(FAULTS)('is made good by the next delivery when a request %s, whichever it is', async (fault) => {
    for (let number = 0, struck: string | undefined = 'none'; struck !== undefined; number++) {
      const world = await worldBefore(story);
      story.event(world);
      const run = await world.deliver();
      struck = await finishWithFault(world, run, number, fault);
      await drain(world);
      expect(await everythingWrong(world), `${fault}: ${number} ${struck}`).toEqual([]);
    }
  });
});
