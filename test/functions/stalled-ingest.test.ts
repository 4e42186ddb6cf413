import { describe, expect, it, vi } from 'vitest';
import { everythingWrong } from './oracle/everything.ts';
import { STORIES, worldBefore } from './stories.ts';
import { drain, finish } from './world/deliveries.ts';
import { lesions, patients, patientsOfWrongSex } from './world/study-files.ts';
import type { World } from './world/world.ts';

vi.mock(import('#shared/results/study-tables.ts'), () => import('./world/plain-tables.ts'));

/** What may happen at a key while an ingest of it stands still. */
const MEANWHILE: Readonly<Record<string, (world: World, key: string) => void>> = {
  'another version': (world, key) => world.upload(key, patients(4, 5)),
  'a version with an error': (world, key) => world.upload(key, patientsOfWrongSex(4)),
  'its deletion': (world, key) => world.remove(key),
  'its return to the version before': (world, key) => world.undo(key),
  'the same event again': (world, key) => world.tell(key),
  'a file with the same rows': (world) => world.upload('uploads/rouen/other.csv', patients(1, 2, 3, 4)),
  'a file of the same lesions': (world) => world.upload('uploads/rouen/other.csv', lesions(1, 5, 6)),
};

describe.each(Object.entries(STORIES))('the ingest of %s, standing still', (_, story) => {
  it.each(Object.entries(MEANWHILE))('lets %s overtake it at any request', async (name, meanwhile) => {
    for (let number = 0, ended = false; !ended; number++) {
      const world = await worldBefore(story);
      story.event(world);
      const run = await world.deliver();
      for (let made = 0; made < number && run.state === 'live'; made++) {
        const [next] = run.calls;
        if (next !== undefined) await world.release(next);
      }
      ended = run.state !== 'live';
      const held = run.calls[0]?.name;
      meanwhile(world, story.key);
      await drain(world, { holding: run });
      await finish(world);
      await drain(world);
      expect(await everythingWrong(world), `${name} before ${number} ${held}`).toEqual([]);
    }
  });
});
