import fc from 'fast-check';
import * as z from 'zod';
import { REPORTS, RESULTS, reportKeys, UPLOADS } from '#shared/storage/bucket-keys.ts';
import {
  type Action,
  actionsOf,
  CONTENTS,
  contentsOfHistory,
  deploymentWith,
  keysOfHistory,
  type Scene,
} from './actions.ts';
import { LOSSES } from './losses.ts';
import { isOfAReport } from './plain-report.ts';
import { anyOf, randomNumbers } from './random.ts';
import { FAULTS, strikes } from './run.ts';
import type { TableCopy } from './table.ts';
import { createWorld, type World } from './world.ts';

/** What people do with the bucket, in what order the services and functions take it up, and what goes wrong. */
export interface History {
  readonly actions: readonly { readonly action: Action; readonly steps: number }[];
  readonly seed: number;
  /** How likely a fault is at each request. */
  readonly faults: number;
}

const scenes: fc.Arbitrary<Scene> = fc.record({
  keys: keysOfHistory,
  contents: contentsOfHistory,
  lossy: fc.boolean(),
  redeployed: fc.boolean(),
  damaged: fc.boolean(),
});

export const histories: fc.Arbitrary<History> = scenes.chain((scene) =>
  fc.record({
    actions: fc.array(fc.record({ action: actionsOf(scene), steps: fc.nat(60) }), {
      maxLength: 16,
      // Left to itself, fast-check makes no long ones.
      size: 'max',
    }),
    seed: fc.integer(),
    faults: fc.constantFrom(0, 0.03, 0.15),
  }),
);

/** The parts of the reports on files that lie in the bucket. */
const answersToFiles = ({ bucket }: World): readonly string[] =>
  bucket
    .keys(UPLOADS)
    .flatMap((upload) => Object.values(reportKeys(upload)))
    .filter((key) => bucket.current(key) !== undefined);

/** What somebody makes of a file by hand; of a report one in the same form, which finds nothing. */
function altered({ bucket }: World, key: string): string {
  const stored = bucket.current(key);
  if (stored === undefined || !key.startsWith(REPORTS) || !key.endsWith('.json')) return 'by hand';
  const kept = z.looseObject({}).parse(JSON.parse(new TextDecoder().decode(stored.bytes)));
  return JSON.stringify({ ...kept, problems: [], warnings: [], headline: null, entering: null });
}

/** What actions do to a world; a copy of its table may lie about. */
function actor(world: World, random: () => number): (action: Action) => void {
  let copy: TableCopy | undefined;
  return (action) => {
    switch (action.kind) {
      case 'upload':
        world.upload(action.key, CONTENTS[action.content], action.notice);
        break;
      case 'remove':
      case 'undo':
        world[action.kind](action.key, action.notice);
        break;
      case 'erase': {
        const versions = world.bucket.listVersions(UPLOADS);
        const version = versions[action.which % Math.max(versions.length, 1)];
        if (version !== undefined) world.erase(version.key, version.versionId, action.notice);
        break;
      }
      case 'redeploy':
        world.redeploy(deploymentWith(action.change));
        if (action.asks) world.ask('schedule');
        break;
      case 'lose':
        world.loseItems(LOSSES[action.loss](world.table, random));
        break;
      case 'copy':
        copy = world.table.copy();
        break;
      case 'restore':
        if (copy !== undefined) world.restoreTable(copy);
        break;
      case 'tamper': {
        const files = [...world.bucket.keys(RESULTS).filter(isOfAReport), ...answersToFiles(world)];
        const key = files[action.which % Math.max(files.length, 1)];
        if (key !== undefined) world.tamper(key, action.deletes ? undefined : altered(world, key));
        break;
      }
      case 'wait':
      case 'night':
      case 'hour':
        world.wait(action.minutes);
        if (action.kind === 'hour') world.askForReport();
        if (action.kind === 'night') world.ask('night');
    }
  };
}

const MOST_RUNS = 6;
const TICKS = [0, 0, 1, 40, 3000];
/** How likely it is that a run starts on the deployment before, while Lambda still keeps it. */
const OLD_STARTS = 0.3;

/** Does one thing that may happen next: a delivery, a run of statistics, a request that arrives, or a fault. */
async function step(world: World, random: () => number, faults: number): Promise<void> {
  const busy = world.liveRuns() >= MOST_RUNS;
  const deployment = () =>
    world.outgoing() !== undefined && random() < OLD_STARTS ? world.outgoing() : undefined;
  const happenings: (() => Promise<unknown>)[] = [
    ...world.calls().map((call) => () => {
      const possible = FAULTS.filter((fault) => strikes(fault, call));
      const fault = random() < faults ? anyOf(possible, random) : undefined;
      return world.release(call, fault, anyOf(TICKS, random));
    }),
    ...world.inFlight().map((call) => () => world.release(call)),
    ...(busy ? [] : world.messages.map((_, place) => () => world.deliver(place, deployment()))),
    ...(busy ? [] : world.requests.slice(0, 1).map(() => () => world.answerRequest(deployment()))),
    ...(busy
      ? []
      : world.reportRequests.slice(0, 1).map(() => () => world.answerReportRequest(deployment()))),
  ];
  if (happenings.length > 0) await anyOf(happenings, random)();
}

/** Carries a history out; at its end runs may still be under way. */
export async function worldOf({ actions, seed, faults }: History): Promise<World> {
  const world = createWorld();
  const random = randomNumbers(seed);
  const act = actor(world, random);
  for (const { action, steps } of actions) {
    act(action);
    for (let taken = 0; taken < steps; taken++) await step(world, random, faults);
  }
  return world;
}
