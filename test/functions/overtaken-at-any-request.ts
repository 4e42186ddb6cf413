import { describe, expect, it } from 'vitest';
import { everythingWrong } from './oracle/everything.ts';
import { STORIES } from './stories.ts';
import { type Story, worldBefore } from './story.ts';
import { drain, finish, releaseSome } from './world/deliveries.ts';
import type { Run } from './world/run.ts';
import { lesions, patients, patientsOfWrongSex } from './world/study-files.ts';
import type { World } from './world/world.ts';

const OTHER = 'uploads/rouen/other.csv';

/** What may happen, and be dealt with, while an ingest stands still. */
const MEANWHILE: Readonly<Record<string, (world: World, key: string, still: Run) => unknown>> = {
  'another version': (world, key) => world.upload(key, patients(4, 5)),
  'another version, and then the same again': async (world, key, still) => {
    world.upload(key, patients(4, 5));
    await drain(world, { holding: still });
    world.undo(key);
  },
  'a version with an error': (world, key) => world.upload(key, patientsOfWrongSex(4)),
  'its deletion': (world, key) => world.remove(key),
  'its return to the version before': (world, key) => world.undo(key),
  'the same event again': (world, key) => world.tell(key),
  'a file with the same rows': (world) => world.upload(OTHER, patients(1, 2, 3, 4)),
  'a file of the same lesions': (world) => world.upload(OTHER, lesions(1, 5, 6)),
};

/** Each case stops at every twelfth request, and the cases begin at different ones; `npm run test:every-request` at each. */
const STEP = process.env['CTMRI_EVERY_REQUEST'] === undefined ? 12 : 1;
const firstOf = (story: Story, meanwhile: string): number =>
  (Object.values(STORIES).indexOf(story) + Object.keys(MEANWHILE).indexOf(meanwhile)) % STEP;

/** The world of a story whose ingest has made so many requests, and waits. */
async function stoppedBefore(story: Story, number: number) {
  const world = await worldBefore(story);
  story.event(world);
  const run = await world.deliver();
  await releaseSome(world, run, number);
  return { world, run };
}

/** The tests of what comes of these stories when their ingest is overtaken, at one request after the other. */
export function overtakenAtAnyRequest(stories: Readonly<Record<string, Story>>): void {
  describe.each(Object.entries(stories))('the ingest of %s', (_, story) => {
    it.each(Object.entries(MEANWHILE))('may be overtaken by %s at any request', async (name, meanwhile) => {
      for (let number = firstOf(story, name), ended = false; !ended; number += STEP) {
        const { world, run } = await stoppedBefore(story, number);
        ended = run.state !== 'live';
        const still = run.calls[0]?.name;
        await meanwhile(world, story.key, run);
        await drain(world, { holding: run });
        await finish(world);
        await drain(world);
        expect(await everythingWrong(world), `${name} before ${number} ${still}`).toEqual([]);
      }
    });

    it.each(Object.entries(MEANWHILE))(
      'may die at any request and be overtaken by %s',
      async (name, meanwhile) => {
        for (let number = firstOf(story, name), ended = false; !ended; number += STEP) {
          const { world, run } = await stoppedBefore(story, number);
          ended = run.state !== 'live';
          const [next] = run.calls;
          if (next !== undefined) await world.release(next, 'dies before');
          // SQS hides the message of the dead run for a while.
          const hidden = world.messages.splice(0);
          await meanwhile(world, story.key, run);
          await drain(world);
          world.messages.push(...hidden);
          await drain(world);
          expect(await everythingWrong(world), `${name} after ${number} ${next?.name}`).toEqual([]);
        }
      },
    );
  });
}
