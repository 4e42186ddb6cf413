import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { wholeNumber } from '../long/options.ts';
import { propertyTests } from './property-tests.ts';
import { LARGEST_SEED, SEED_VARIABLE, seedOf } from './seed.ts';

/** `npm run test:seeds`: the properties with other inputs than `npm test` draws. */

const HELP = `Runs every test of a property with new inputs, which npm test draws from the same seed each time.

npm run test:seeds -- [options] [FILE …]

  --seeds N   how many seeds, one after the other (default 5: some minutes each)
  --seed S    this one alone, as a failed run names it
  --help      this text

Examples
  npm run test:seeds                                    all properties, with 5 new seeds
  npm run test:seeds -- --seeds 50 test/statistics      those of a folder, with 50
  npm run test:seeds -- --seed 293397481 test/statistics/walsh-averages.test.ts

Exit codes: 0 every property held; 1 one did not, and is named with its seed; 2 wrong arguments.
`;

interface Options {
  readonly help: boolean;
  readonly seeds: readonly number[];
  readonly files: readonly string[];
}

/** @throws Error whose message says what is wrong with the arguments. */
function readOptions(words: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      seeds: { type: 'string', default: '5' },
      seed: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const number = wholeNumber('--seeds', values.seeds, 1);
  const files = propertyTests().filter(
    (file) => positionals.length === 0 || positionals.some((asked) => file.startsWith(asked)),
  );
  if (files.length === 0) throw new Error(`no test of a property is in ${positionals.join(', ')}`);
  return {
    help: values.help,
    seeds:
      values.seed === undefined
        ? Array.from({ length: number }, () => randomInt(LARGEST_SEED))
        : [seedOf(values.seed)],
    files,
  };
}

function optionsOrUsage(): Options | undefined {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${why}\nnpm run test:seeds -- --help says how it is used.\n`);
    return undefined;
  }
}

/** @returns whether every property held */
function holdsWith(seed: number, files: readonly string[]): boolean {
  const vitest = join(import.meta.dirname, '../../node_modules/vitest/vitest.mjs');
  const { status } = spawnSync(process.execPath, [vitest, 'run', '--project', 'unit', ...files], {
    stdio: 'inherit',
    env: { ...process.env, [SEED_VARIABLE]: String(seed) },
  });
  return status === 0;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function runWithEach({ seeds, files }: Options): boolean {
  const failed: number[] = [];
  for (const [place, seed] of seeds.entries()) {
    say(`\n${files.length} files with seed ${seed}, ${place + 1} of ${seeds.length}`);
    if (!holdsWith(seed, files)) failed.push(seed);
  }
  for (const seed of failed) say(`FAILED with seed ${seed}: npm run test:seeds -- --seed ${seed}`);
  say(`${seeds.length - failed.length} of ${seeds.length} seeds passed`);
  return failed.length === 0;
}

const options = optionsOrUsage();
if (options === undefined) process.exitCode = 2;
else if (options.help) say(HELP);
else if (!runWithEach(options)) process.exitCode = 1;
