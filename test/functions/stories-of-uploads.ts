import type { Story } from './story.ts';
import { lesions, pairs, patients, patientsOfWrongSex, WORKBOOK } from './world/study-files.ts';
import type { World } from './world/world.ts';

const PATIENTS = 'uploads/rouen/patients.csv';
const MORE_PATIENTS = 'uploads/rouen/more patients+.csv';
const PAIRS = 'uploads/rouen/pairs.csv';
const LESIONS = 'uploads/rouen/lesions.csv';
const MORE_LESIONS = 'uploads/rouen/more-lesions.csv';
const STRAY = 'uploads/nowhere/patients.csv';

const twoPatients = (world: World) => void world.upload(PATIENTS, patients(1, 2));

function patientsAndPairs(world: World): void {
  twoPatients(world);
  world.upload(PAIRS, pairs(100, 1, 2));
}

function samePatientTwice(world: World): void {
  twoPatients(world);
  world.wait(1);
  world.upload(MORE_PATIENTS, patients(2, 3));
}

function threeVersions(world: World): void {
  patientsAndPairs(world);
  world.upload(PATIENTS, patients(1, 2, 3));
}

/** What centres do. */
export const UPLOADS: Readonly<Record<string, Story>> = {
  'the first file of all': { before: () => {}, event: twoPatients, key: PATIENTS, bringsRows: true },
  'a new file': {
    before: twoPatients,
    event: (world) => world.upload(PAIRS, pairs(100, 1, 2)),
    key: PAIRS,
    bringsRows: true,
  },
  'a replacement': {
    before: patientsAndPairs,
    event: (world) => world.upload(PAIRS, pairs(200, 2, 3, 4)),
    key: PAIRS,
    bringsRows: true,
  },
  'a deletion': {
    before: patientsAndPairs,
    event: (world) => world.remove(PAIRS),
    key: PAIRS,
    bringsRows: false,
  },
  'a refused file': {
    before: twoPatients,
    event: (world) => world.upload(PATIENTS, patientsOfWrongSex(1)),
    key: PATIENTS,
    bringsRows: false,
  },
  'a workbook': {
    before: twoPatients,
    event: (world) => world.upload(PATIENTS, WORKBOOK),
    key: PATIENTS,
    bringsRows: false,
  },
  'a file with one lesion too many beside another': {
    before: (world) => void world.upload(LESIONS, lesions(1, 1, 2, 3)),
    event: (world) => {
      world.wait(1);
      world.upload(MORE_LESIONS, lesions(1, 4, 5, 6));
    },
    key: MORE_LESIONS,
    bringsRows: false,
  },
  'a replacement that frees another file': {
    before: samePatientTwice,
    event: (world) => world.upload(PATIENTS, patients(1)),
    key: PATIENTS,
    bringsRows: true,
  },
  'a deletion that frees another file': {
    before: samePatientTwice,
    event: (world) => world.remove(PATIENTS),
    key: PATIENTS,
    bringsRows: false,
  },
  'a version that comes back': {
    before: threeVersions,
    event: (world) => world.undo(PATIENTS),
    key: PATIENTS,
    bringsRows: true,
  },
  'a deletion in the folder of a centre that has left': {
    before: (world) => {
      twoPatients(world);
      world.upload(PAIRS, pairs(100, 1, 2));
    },
    event: (world) => {
      world.redeploy({ centres: ['lille'] });
      world.remove(PAIRS);
    },
    key: PAIRS,
    bringsRows: false,
  },
  'a replacement in the folder of a centre that has left': {
    before: twoPatients,
    event: (world) => {
      world.redeploy({ centres: ['lille'] });
      world.upload(PATIENTS, patients(3));
    },
    key: PATIENTS,
    bringsRows: false,
  },
  'a file in the folder of no centre': {
    before: twoPatients,
    event: (world) => world.upload(STRAY, patients(1)),
    key: STRAY,
    bringsRows: false,
  },
};
