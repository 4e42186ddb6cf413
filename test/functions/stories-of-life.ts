import { HEADS } from '#shared/storage/item-keys.ts';
import type { Story } from './story.ts';
import { drain } from './world/deliveries.ts';
import { CENTRES, FIRST_DEPLOYMENT } from './world/deployment.ts';
import { RULE_SETS } from './world/rule-sets.ts';
import { pairs, patients, patientsOfWrongSex } from './world/study-files.ts';
import type { World } from './world/world.ts';

const PATIENTS = 'uploads/rouen/patients.csv';
const PAIRS = 'uploads/rouen/pairs.csv';

function patientsAndPairs(world: World): void {
  world.upload(PATIENTS, patients(1, 2));
  world.upload(PAIRS, pairs(100, 1, 2));
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
};
