import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { isTaskName, type TaskName } from './task-names.ts';

/** One part of a run again: fast-check's own seed, and the path to the counterexample that it has shrunk. */
export interface Replay {
  readonly task: TaskName;
  readonly seed: number;
  readonly path: string;
}

export interface Options {
  readonly help: boolean;
  readonly sizes: Readonly<Record<TaskName, number>>;
  readonly seed: number;
  readonly workers: number;
  readonly arm64: boolean;
  readonly replay: Replay | undefined;
}

export class WrongUsage extends Error {}

const MOST_RUNS = 100_000;
const LARGEST_SEED = 2 ** 31;

export const HELP = `Runs many more histories and fuzzed files than npm test has time for, new ones each time,
and compares the tables of the cohorts in test/cohort with those that arm64 computes.

npm run test:long -- [options]

  --histories N   how many histories (default 100,000)
  --files N       how many fuzzed files (default 100,000)
  --seed S        the seed of an earlier run, to run the same again (or LONG_RUN_SEED=S)
  --workers N     how many processes (default: one for each core)
  --no-arm64      without the comparison with arm64
  --replay WHAT   one counterexample, as a failed run names it
  --help          this text

Examples
  npm run test:long                                   all of it, about half an hour on two cores
  npm run test:long -- --histories 2000 --files 5000  a shorter run
  npm run test:long -- --histories 20000 --files 0 --no-arm64 --workers 1
                                                      new histories alone, on one core
  npm run test:long -- --histories 0 --files 0        the comparison with arm64 alone
  npm run test:long -- --seed 123456789               the histories and files of an earlier run
  npm run test:long -- --replay histories:-42:17:0:3  one counterexample again
`;

/** @throws WrongUsage */
export function readOptions(
  words: readonly string[],
  environment: NodeJS.ProcessEnv,
  cores: number,
): Options {
  const { values } = parsed(words);
  const number = (name: 'histories' | 'files' | 'workers', otherwise: number, least = 0) =>
    wholeNumber(`--${name}`, values[name] ?? String(otherwise), least);
  const seed = values.seed ?? environment['LONG_RUN_SEED'];
  const options: Options = {
    help: values.help,
    sizes: { histories: number('histories', MOST_RUNS), files: number('files', MOST_RUNS) },
    seed: seed === undefined ? randomInt(LARGEST_SEED) : wholeNumber('the seed', seed, 0),
    workers: number('workers', cores, 1),
    arm64: values.arm64,
    replay: values.replay === undefined ? undefined : replayOf(values.replay),
  };
  const { sizes, arm64, replay } = options;
  if (sizes.histories + sizes.files === 0 && !arm64 && replay === undefined) {
    throw new WrongUsage('nothing is left to run');
  }
  return options;
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowNegative: true,
      options: {
        histories: { type: 'string' },
        files: { type: 'string' },
        seed: { type: 'string' },
        workers: { type: 'string' },
        arm64: { type: 'boolean', default: true },
        replay: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : String(error));
  }
}

/** @throws WrongUsage if the text is none, or less than the least. */
export function wholeNumber(name: string, text: string, least: number): number {
  const number = Number(text.replaceAll(/[,_]/g, ''));
  if (text === '' || !Number.isSafeInteger(number) || number < least) {
    throw new WrongUsage(`${name} must be a whole number from ${least} on, not “${text}”`);
  }
  return number;
}

function replayOf(text: string): Replay {
  const [, task = '', seed, path] = /^(\w+):(-?\d+):([\d:]+)$/.exec(text) ?? [];
  if (!isTaskName(task) || path === undefined) {
    throw new WrongUsage(`--replay must look like histories:-42:17:0:3, not “${text}”`);
  }
  return { task, seed: Number(seed), path };
}
