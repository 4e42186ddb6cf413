import { HEADS } from '#shared/storage/item-keys.ts';
import type { Story } from './story.ts';
import { drain } from './world/deliveries.ts';
import { CENTRES, FIRST_DEPLOYMENT } from './world/deployment.ts';
import { RULE_SETS } from './world/rule-sets.ts';
import { lesions, listed, pairs, patients, patientsOfWrongSex } from './world/study-files.ts';
import type { World } from './world/world.ts';

const PATIENTS = 'uploads/rouen/patients.csv';
const MORE_PATIENTS = 'uploads/rouen/more patients+.csv';
const PAIRS = 'uploads/rouen/pairs.csv';
const LISTED = 'uploads/rouen/visibility.csv';
const LESIONS = ['uploads/rouen/l3.csv', 'uploads/rouen/l2.csv', 'uploads/rouen/l1.csv'] as const;

function patientsAndPairs(world: World): void {
  world.upload(PATIENTS, patients(1, 2));
  world.upload(PAIRS, pairs(100, 1, 2));
}

/** Drops files one minute after the other. The event of the first is lost, so that the others are taken up before it. */
function lateFirst(world: World, files: readonly (readonly [key: string, content: string])[]): void {
  for (const [place, [key, content]] of files.entries()) {
    world.upload(key, content, place === 0 ? 'lost' : 'once');
    world.wait(1);
  }
}

/** What befalls a study in its second year; where no event tells, the clock's run hints. */
export const LIFE: Readonly<Record<string, Story>> = {
  'the same rows by new rules': {
    before: patientsAndPairs,
    event: (world) => {
      world.redeploy({ examination: RULE_SETS.ruleMore });
      world.tell(PATIENTS);
    },
    key: PATIENTS,
    bringsRows: false,
  },
  'other rows by new rules': {
    before: (world) => {
      world.redeploy({ examination: RULE_SETS.columnLess });
      patientsAndPairs(world);
    },
    event: (world) => {
      world.redeploy(FIRST_DEPLOYMENT);
      world.tell(PATIENTS);
    },
    key: PATIENTS,
    bringsRows: true,
  },
  'a file that new rules refuse': {
    before: (world) => void world.upload(PATIENTS, patients(2, 3)),
    event: (world) => {
      world.redeploy({ examination: RULE_SETS.ruleMore });
      world.tell(PATIENTS);
    },
    key: PATIENTS,
    bringsRows: false,
  },
  'a file that new rules accept': {
    before: (world) => void world.upload(PATIENTS, patientsOfWrongSex(1)),
    event: (world) => {
      world.redeploy({ examination: RULE_SETS.ruleLess });
      world.tell(PATIENTS);
    },
    key: PATIENTS,
    bringsRows: true,
  },
  'a file of a centre that has left': {
    before: patientsAndPairs,
    event: (world) => {
      world.redeploy({ centres: ['lille'] });
      world.tell(PATIENTS);
    },
    key: PATIENTS,
    bringsRows: false,
  },
  'a file of a centre that is back': {
    before: async (world) => {
      patientsAndPairs(world);
      await drain(world);
      world.redeploy({ centres: ['lille'] });
      world.ask('schedule');
    },
    event: (world) => {
      world.redeploy({ centres: CENTRES });
      world.tell(PATIENTS);
    },
    key: PATIENTS,
    bringsRows: true,
  },
  'a file of a lost table': {
    before: patientsAndPairs,
    event: (world) => {
      world.loseItems(() => true);
      world.tell(PATIENTS);
      world.tell(PAIRS);
    },
    key: PATIENTS,
    bringsRows: true,
  },
  'a file whose head was lost': {
    before: patientsAndPairs,
    event: (world) => {
      world.loseItems(({ pk }) => pk === HEADS);
      world.tell(PATIENTS);
      world.tell(PAIRS);
    },
    key: PATIENTS,
    bringsRows: true,
  },
  'a file whose rows were lost': {
    before: patientsAndPairs,
    event: (world) => {
      world.loseItems(({ pk }) => pk.startsWith(`ROWS#rouen#${PATIENTS}`));
      world.tell(PATIENTS);
    },
    key: PATIENTS,
    bringsRows: true,
  },
  'the older of two files, which comes late': {
    before: (world) =>
      lateFirst(world, [
        [PATIENTS, patients(1, 2)],
        [MORE_PATIENTS, patients(2, 3)],
      ]),
    event: (world) => world.tell(PATIENTS),
    key: PATIENTS,
    bringsRows: true,
  },
  'the oldest of three files of too many lesions, which comes late': {
    before: (world) =>
      lateFirst(world, [
        [LESIONS[0], lesions(1, 1, 2)],
        [LESIONS[1], lesions(1, 3, 4)],
        [LESIONS[2], lesions(1, 5, 6)],
      ]),
    event: (world) => world.tell(LESIONS[0]),
    key: LESIONS[0],
    bringsRows: true,
  },
  'the older of two files that put a lesion on two sides, which comes late': {
    before: (world) =>
      lateFirst(world, [
        [LESIONS[0], lesions(1, 1, 2)],
        [LISTED, listed('right', 1, 1)],
      ]),
    event: (world) => world.tell(LESIONS[0]),
    key: LESIONS[0],
    bringsRows: true,
  },
  'a replacement before which another file falls back': {
    before: (world) => {
      world.upload(PATIENTS, patients(1));
      world.wait(1);
      world.upload(MORE_PATIENTS, patients(2));
      world.upload(MORE_PATIENTS, patients(2, 3));
    },
    event: (world) => world.upload(PATIENTS, patients(1, 3)),
    key: PATIENTS,
    bringsRows: true,
  },
  'an error over a version that nobody has read': {
    before: (world) => void world.upload(PATIENTS, patients(1, 2), 'lost'),
    event: (world) => world.upload(PATIENTS, patientsOfWrongSex(1)),
    key: PATIENTS,
    bringsRows: true,
  },
  'the oldest version that is deleted for good, so that another file is older': {
    before: (world) => {
      world.upload(PATIENTS, patients(1));
      world.wait(1);
      world.upload(MORE_PATIENTS, patients(2, 3));
      world.wait(1);
      world.upload(PATIENTS, patients(1, 2));
    },
    event: (world) => {
      const [oldest] = world.bucket.versions(PATIENTS);
      if (oldest !== undefined) world.erase(PATIENTS, oldest.versionId);
    },
    key: PATIENTS,
    bringsRows: false,
  },
};
