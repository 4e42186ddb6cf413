import { describe, expect, it } from 'vitest';
import { everythingWrong } from './oracle/everything.ts';
import { drain, finishWithFault } from './world/deliveries.ts';
import { FAULTS } from './world/run.ts';
import { lesions, pairs, patients, patientsOfWrongSex, WORKBOOK } from './world/study-files.ts';
import { createWorld, type World } from './world/world.ts';

const PATIENTS = 'uploads/rouen/patients.csv';
const MORE_PATIENTS = 'uploads/rouen/more patients+.csv';
const PAIRS = 'uploads/rouen/pairs.csv';
const LESIONS = 'uploads/rouen/lesions.csv';
const STRAY = 'uploads/nowhere/patients.csv';

/** What came before, and the one event whose ingest is interrupted. */
const STORIES: Record<string, readonly [before: (world: World) => void, event: (world: World) => void]> = {
  'a new file': [
    (world) => world.upload(PATIENTS, patients(1, 2)),
    (world) => world.upload(PAIRS, pairs(100, 1, 2)),
  ],
  'the first file of all': [() => {}, (world) => world.upload(PATIENTS, patients(1, 2))],
  'a replacement': [
    (world) => {
      world.upload(PATIENTS, patients(1, 2));
      world.upload(PAIRS, pairs(100, 1, 2));
    },
    (world) => world.upload(PAIRS, pairs(200, 2, 3, 4)),
  ],
  'a deletion': [
    (world) => {
      world.upload(PATIENTS, patients(1, 2));
      world.upload(PAIRS, pairs(100, 1, 2));
    },
    (world) => world.remove(PAIRS),
  ],
  'a refused file': [
    (world) => world.upload(PATIENTS, patients(1, 2)),
    (world) => world.upload(PATIENTS, patientsOfWrongSex(1)),
  ],
  'a workbook': [
    (world) => world.upload(PATIENTS, patients(1, 2)),
    (world) => world.upload(PATIENTS, WORKBOOK),
  ],
  'a file over rows of another': [
    (world) => world.upload(LESIONS, lesions(1, 1, 2, 3)),
    (world) => world.upload('uploads/rouen/more-lesions.csv', lesions(1, 4, 5, 6)),
  ],
  'a conflict that becomes free': [
    (world) => {
      world.upload(PATIENTS, patients(1, 2));
      world.upload(MORE_PATIENTS, patients(2, 3));
    },
    (world) => world.upload(PATIENTS, patients(1)),
  ],
  'a withdrawal that frees another': [
    (world) => {
      world.upload(PATIENTS, patients(1, 2));
      world.upload(MORE_PATIENTS, patients(2, 3));
    },
    (world) => world.remove(PATIENTS),
  ],
  'a version that comes back': [
    (world) => {
      world.upload(PATIENTS, patients(1, 2));
      world.upload(PATIENTS, patients(1, 2, 3));
    },
    (world) => world.undo(PATIENTS),
  ],
  'a file in nobody’s place': [() => {}, (world) => world.upload(STRAY, patients(1))],
};

async function worldAfter(before: (world: World) => void): Promise<World> {
  const world = createWorld();
  before(world);
  await drain(world);
  return world;
}

describe.each(Object.entries(STORIES))('the ingest of %s', (_, [before, event]) => {
  it.each(FAULTS)('is made good after it %s at any request', async (fault) => {
    for (let number = 0; ; number++) {
      const world = await worldAfter(before);
      event(world);
      const run = await world.deliver();
      if (run === undefined) throw new Error('the event told nobody');
      const struck = await finishWithFault(world, run, number, fault);
      await drain(world);
      expect({ struck, wrong: await everythingWrong(world) }).toEqual({ struck, wrong: [] });
      if (struck === undefined) return;
    }
  });
});
