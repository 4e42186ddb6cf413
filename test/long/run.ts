import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { cacheFolder } from '#cdk/localstack/cache-folder.ts';
import { HELP, type Options, readOptions, WrongUsage } from './options.ts';
import { type Part, partsOf } from './parts.ts';
import { runParts } from './pool.ts';
import { type Comparison, compareWithArm64 } from './processors.ts';
import { number, Tally } from './tally.ts';

const MINUTE = 60_000;
const PROGRESS_EVERY = 10_000;
/** After so many failures nothing new is learnt from more. */
const MOST_FAILURES = 5;

const started = performance.now();
const minutes = (): string => ((performance.now() - started) / MINUTE).toFixed(1);
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const progress = (line: string): void => say(`[${minutes()} min] ${line}`);

function optionsOrUsage(): Options | undefined {
  try {
    return readOptions(process.argv.slice(2), process.env, availableParallelism());
  } catch (error) {
    if (!(error instanceof WrongUsage)) throw error;
    process.stderr.write(`${error.message}\nnpm run test:long -- --help says how it is used.\n`);
    return undefined;
  }
}

const partsFor = ({ seed, sizes, replay }: Options): readonly Part[] =>
  replay === undefined ? partsOf(seed, sizes) : [{ ...replay, numRuns: 1 }];

async function runAll(parts: readonly Part[], workers: number): Promise<Tally> {
  const tally = new Tally(parts);
  const timer = setInterval(() => progress(tally.progress()), PROGRESS_EVERY);
  try {
    await runParts(parts, workers, (part, outcome) => {
      const before = tally.failures.length;
      tally.add(part, outcome);
      // At once: whoever waits for the rest can look into it meanwhile.
      for (const failure of tally.failures.slice(before)) say(`\nFAILED ${failure}`);
      return tally.failures.length < MOST_FAILURES ? 'go on' : 'stop';
    });
  } finally {
    clearInterval(timer);
  }
  return tally;
}

const NOT_ASKED: Comparison = {
  passed: 0,
  failures: [],
  skipped: undefined,
  summary: 'arm64: not asked for',
};

/** @returns whether everything passed */
async function longRun(options: Options): Promise<boolean> {
  const { seed, workers, replay, arm64 } = options;
  say(
    replay === undefined ? `A long run of seed ${seed}, in ${workers} processes` : 'One counterexample again',
  );
  const folder = cacheFolder(process.env);
  mkdirSync(folder, { recursive: true });
  const comparison =
    arm64 && replay === undefined
      ? await compareWithArm64({
          cacheFolder: folder,
          environment: process.env,
          progress: ({ en }) => progress(en),
        })
      : NOT_ASKED;
  say([comparison.summary, ...comparison.failures].join('\n'));
  const tally = await runAll(partsFor(options), workers);

  const failures = [...comparison.failures];
  // On a person's machine the emulator may be missing; where nobody reads the summary, that must not pass.
  const mustNotSkip = Boolean(process.env['CI']);
  if (mustNotSkip && comparison.skipped !== undefined) failures.push(comparison.skipped);
  for (const failure of failures) say(`\nFAILED ${failure}`);
  failures.push(...tally.failures);
  const { histories, files } = tally.counts;
  const passed = comparison.passed + histories.passed + files.passed;
  const left = tally.notMade();
  say(`\n${new Date().toISOString().slice(0, 10)}, seed ${seed}, ${minutes()} minutes, ${workers} processes`);
  say(tally.progress());
  say(comparison.summary);
  if (left > 0) say(`${number(left)} runs were not made because others had failed`);
  if (failures.length > 0) say(`The whole run again: npm run test:long -- --seed ${seed}`);
  const skipped = comparison.skipped === undefined || mustNotSkip ? '' : ', 1 skipped';
  say(`${passed} passed, ${failures.length} failed${skipped}`);
  return failures.length === 0;
}

const options = optionsOrUsage();
if (options === undefined) process.exitCode = 2;
else if (options.help) say(HELP);
else if (!(await longRun(options))) process.exitCode = 1;
