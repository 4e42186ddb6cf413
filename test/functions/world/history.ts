import fc from 'fast-check';
import { CENTRES } from './deployment.ts';
import { anyOf, randomNumbers } from './random.ts';
import { FAULTS, strikes } from './run.ts';
import { lesions, pairs, patients, patientsOfWrongSex, WORKBOOK } from './study-files.ts';
import { createWorld, type Notice, type World } from './world.ts';

const KEYS = [
  'uploads/rouen/patients.csv',
  'uploads/rouen/more patients+é.csv',
  'uploads/rouen/pairs.csv',
  'uploads/rouen/lesions.csv',
  'uploads/lille/patients.csv',
  'uploads/nowhere/patients.csv',
  'uploads/rouen/',
];

/** Any of them may be dropped at any key: what a file is, is told by its header. */
const CONTENTS: ReadonlyMap<string, string> = new Map([
  ['patients 1, 2', patients(1, 2)],
  ['patients 2, 3', patients(2, 3)],
  ['patient 3', patients(3)],
  ['pairs of 1, 2', pairs(100, 1, 2)],
  ['another pair of 2', pairs(200, 2)],
  ['lesions 1, 2, 3', lesions(1, 1, 2, 3)],
  ['lesions 4, 5, 6', lesions(1, 4, 5, 6)],
  ['an error', patientsOfWrongSex(1)],
  ['a workbook', WORKBOOK],
  ['nothing', ''],
]);

type Action =
  | { readonly kind: 'upload'; readonly key: string; readonly content: string; readonly notice: Notice }
  | { readonly kind: 'remove' | 'undo'; readonly key: string; readonly notice: Notice }
  | { readonly kind: 'wait' | 'night'; readonly minutes: number }
  | { readonly kind: 'redeploy'; readonly centres: readonly string[] };

/** What people do with the bucket, in what order the services and functions take it up, and what goes wrong. */
export interface History {
  readonly actions: readonly { readonly action: Action; readonly steps: number }[];
  readonly seed: number;
  /** How likely a fault is at each request. */
  readonly faults: number;
}

const key = fc.constantFrom(...KEYS);
const noticeOf = (lossy: boolean) =>
  fc.constantFrom<Notice>('once', 'once', 'once', 'twice', ...(lossy ? ['lost' as const] : []));
const actionOf = (notice: fc.Arbitrary<Notice>) =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant('upload' as const),
        key,
        content: fc.constantFrom(...CONTENTS.keys()),
        notice,
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constantFrom('remove' as const, 'undo' as const), key, notice }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constantFrom('wait' as const, 'night' as const),
        minutes: fc.constantFrom(0, 5, 20, 61, 120),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('redeploy' as const),
        centres: fc.constantFrom(CENTRES, ['rouen'], ['lille', 'nowhere']),
      }),
    },
  );

export const histories: fc.Arbitrary<History> = fc.boolean().chain((lossy) =>
  fc.record({
    actions: fc.array(fc.record({ action: actionOf(noticeOf(lossy)), steps: fc.nat(60) }), { maxLength: 12 }),
    seed: fc.integer(),
    faults: fc.constantFrom(0, 0.03, 0.15),
  }),
);

function act(world: World, action: Action): void {
  switch (action.kind) {
    case 'upload':
      world.upload(action.key, CONTENTS.get(action.content) ?? '', action.notice);
      break;
    case 'remove':
    case 'undo':
      world[action.kind](action.key, action.notice);
      break;
    case 'redeploy':
      world.redeploy({ centres: action.centres });
      break;
    case 'wait':
    case 'night':
      world.wait(action.minutes);
      if (action.kind === 'night') world.ask('schedule');
  }
}

const MOST_RUNS = 6;
const TICKS = [0, 0, 1, 40, 3000];

/** Does one thing that may happen next: a delivery, a run of statistics, a request that arrives, or a fault. */
async function step(world: World, random: () => number, faults: number): Promise<void> {
  const busy = world.liveRuns() >= MOST_RUNS;
  const happenings: (() => Promise<unknown>)[] = [
    ...world.calls().map((call) => () => {
      const possible = FAULTS.filter((fault) => strikes(fault, call));
      const fault = random() < faults ? anyOf(possible, random) : undefined;
      return world.release(call, fault, anyOf(TICKS, random));
    }),
    ...world.inFlight().map((call) => () => world.release(call)),
    ...(busy ? [] : world.messages.map((_, place) => () => world.deliver(place))),
    ...(busy ? [] : world.requests.slice(0, 1).map(() => () => world.answerRequest())),
  ];
  if (happenings.length > 0) await anyOf(happenings, random)();
}

/** Carries a history out; at its end runs may still be under way. */
export async function worldOf({ actions, seed, faults }: History): Promise<World> {
  const world = createWorld();
  const random = randomNumbers(seed);
  for (const { action, steps } of actions) {
    act(world, action);
    for (let taken = 0; taken < steps; taken++) await step(world, random, faults);
  }
  return world;
}
