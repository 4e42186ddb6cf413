import fc from 'fast-check';
import { CENTRES, type Deployment, FIRST_DEPLOYMENT, OTHER_SETTINGS } from './deployment.ts';
import { LOSSES, type Loss } from './losses.ts';
import { RULE_SETS } from './rule-sets.ts';
import {
  lesions,
  listed,
  listedTooSmall,
  pairs,
  patients,
  patientsOfWrongSex,
  patientsSpeltOtherwise,
  WORKBOOK,
} from './study-files.ts';
import type { Notice } from './world.ts';

/** Of one centre, whose files get into one another's way. */
const KEYS = [
  'uploads/rouen/patients.csv',
  'uploads/rouen/more patients+é.csv',
  'uploads/rouen/lesions.csv',
  // Begins with the name of another file.
  'uploads/rouen/lesions.csv.csv',
];
const OTHER_KEYS = ['uploads/lille/patients.csv', 'uploads/nowhere/patients.csv', 'uploads/rouen/'];

/** Any of them may be dropped at any key: what a file is, is told by its header. */
export const CONTENTS = {
  'patient 1': patients(1),
  'patients 1, 2': patients(1, 2),
  'patients 2, 3': patients(2, 3),
  'patient 3': patients(3),
  'patient 1, spelt otherwise': patientsSpeltOtherwise(1),
  'pairs of 1, 2': pairs(100, 1, 2),
  'another pair of 2': pairs(200, 2),
  // Any two of these are five lesions at most, and all three are not.
  'lesions 1, 2': lesions(1, 1, 2),
  'lesions 3, 4': lesions(1, 3, 4),
  'lesions 5, 6': lesions(1, 5, 6),
  'lesions 1, 2, 3': lesions(1, 1, 2, 3),
  // Some say of a lesion that is measured or listed elsewhere that it is on the other side, or smaller.
  'listed 1, 2': listed('left', 1, 1, 2),
  'listed 3': listed('left', 1, 3),
  'listed 2, 3 on the right': listed('right', 1, 2, 3),
  'listed 4, too small': listedTooSmall(1, 4),
  'an error': patientsOfWrongSex(1),
  'a workbook': WORKBOOK,
  nothing: '',
} as const satisfies Readonly<Record<string, string>>;
export type Content = keyof typeof CONTENTS;
const isContent = (name: string): name is Content => Object.hasOwn(CONTENTS, name);
const ALL_CONTENTS = Object.keys(CONTENTS).filter(isContent);
/** Files that get into one another’s way: of one table or two, and an error, over which the version before counts. */
const SAME_TABLE: readonly (readonly Content[])[] = [
  ['patient 1', 'patient 1, spelt otherwise', 'patients 1, 2', 'patients 2, 3', 'patient 3', 'an error'],
  ['lesions 1, 2', 'lesions 3, 4', 'lesions 5, 6', 'lesions 1, 2, 3', 'nothing'],
  [
    'listed 1, 2',
    'listed 3',
    'listed 2, 3 on the right',
    'listed 4, too small',
    'lesions 1, 2',
    'lesions 3, 4',
    'pairs of 1, 2',
  ],
];

/** What one deployment changes. */
const CHANGES = {
  'a column less': { examination: RULE_SETS.columnLess },
  'a rule more': { examination: RULE_SETS.ruleMore },
  'a rule less': { examination: RULE_SETS.ruleLess },
  'fewer lesions': { examination: RULE_SETS.fewerLesions },
  'rules of today': { examination: RULE_SETS.today },
  'other settings': { settings: OTHER_SETTINGS },
  'first settings': { settings: FIRST_DEPLOYMENT.settings },
  'other code': { release: '1.1.0' },
  'a centre less': { centres: ['rouen'] },
  'other centres': { centres: ['lille', 'nowhere'] },
  'centres of today': { centres: CENTRES },
} as const satisfies Readonly<Record<string, Partial<Deployment>>>;
type Change = keyof typeof CHANGES;
export const deploymentWith = (change: Change): Partial<Deployment> => CHANGES[change];

/** What people do, and what befalls the table and the reports. */
export type Action =
  | { readonly kind: 'upload'; readonly key: string; readonly content: Content; readonly notice: Notice }
  | { readonly kind: 'remove' | 'undo'; readonly key: string; readonly notice: Notice }
  | { readonly kind: 'erase'; readonly which: number; readonly notice: Notice }
  | { readonly kind: 'wait' | 'night' | 'hour'; readonly minutes: number }
  | { readonly kind: 'tamper'; readonly which: number; readonly deletes: boolean }
  | { readonly kind: 'redeploy'; readonly change: Change; readonly asks: boolean }
  | { readonly kind: 'lose'; readonly loss: Loss }
  | { readonly kind: 'copy' | 'restore' };

/** The keys of a history: few, so that much happens to each. */
export const keysOfHistory: fc.Arbitrary<readonly string[]> = fc
  .tuple(fc.shuffledSubarray(KEYS, { minLength: 2, maxLength: 3 }), fc.subarray(OTHER_KEYS, { maxLength: 1 }))
  .map((keys) => keys.flat());

export const contentsOfHistory: fc.Arbitrary<readonly Content[]> = fc.constantFrom(
  ALL_CONTENTS,
  ...SAME_TABLE,
);

/** Where a history takes place, and what may happen in it besides what centres do: some are without each. */
export interface Scene {
  readonly keys: readonly string[];
  readonly contents: readonly Content[];
  /** Events get lost. */
  readonly lossy: boolean;
  /** The stack is deployed anew. */
  readonly redeployed: boolean;
  /** The table loses items, or an old copy of it is restored; files of a report are written over by hand. */
  readonly damaged: boolean;
}

const namesOf = <Name extends string>(
  things: Readonly<Record<Name, unknown>>,
  isName: (name: string) => name is Name,
) => fc.constantFrom(...Object.keys(things).filter(isName));
const isChange = (name: string): name is Change => Object.hasOwn(CHANGES, name);
const isLoss = (name: string): name is Loss => Object.hasOwn(LOSSES, name);

export function actionsOf({ keys, contents, lossy, redeployed, damaged }: Scene): fc.Arbitrary<Action> {
  const key = fc.constantFrom(...keys);
  const notice = fc.constantFrom<Notice>(
    'once',
    'once',
    'once',
    'twice',
    ...(lossy ? ['lost' as const] : []),
  );
  const uploads = fc.record({
    kind: fc.constant('upload' as const),
    key,
    content: fc.constantFrom(...contents),
    notice,
  });
  const deletions = fc.record({ kind: fc.constantFrom('remove' as const, 'undo' as const), key, notice });
  const erasures = fc.record({ kind: fc.constant('erase' as const), which: fc.nat(20), notice });
  const pauses = fc.record({
    kind: fc.constantFrom('wait' as const, 'night' as const, 'hour' as const),
    minutes: fc.constantFrom(0, 5, 20, 61, 120),
  });
  const deployments = fc.record({
    kind: fc.constant('redeploy' as const),
    change: namesOf(CHANGES, isChange),
    asks: fc.boolean(),
  });
  const meddling = fc.record({
    kind: fc.constant('tamper' as const),
    which: fc.nat(20),
    deletes: fc.boolean(),
  });
  const losses = fc.record({ kind: fc.constant('lose' as const), loss: namesOf(LOSSES, isLoss) });
  const copies = fc.record({ kind: fc.constantFrom('copy' as const, 'restore' as const) });
  return fc.oneof(
    { weight: 18, arbitrary: uploads },
    { weight: 6, arbitrary: deletions },
    { weight: 3, arbitrary: erasures },
    { weight: 5, arbitrary: pauses },
    ...(redeployed ? [{ weight: 5, arbitrary: deployments }] : []),
    ...(damaged
      ? [
          { weight: 2, arbitrary: losses },
          { weight: 3, arbitrary: copies },
          { weight: 2, arbitrary: meddling },
        ]
      : []),
  );
}
