import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PROJECT } from '#cdk/fingerprint.ts';
import { bundledFunction } from '#cdk/stack/function-bundle.ts';
import { LARGEST_FILES } from '#test/memory/largest-files.ts';
import { writeCohort } from './cohorts.ts';
import { growthCurves } from './growth-curve.ts';
import { interleaved, isMeasured, measuredRun, nodeProgram, type Program } from './measured-run.ts';
import type { Costs } from './page.ts';
import { hasProgram, installedPeers, installedSciPy } from './peers.ts';
import { performancePage } from './performance-page.ts';
import { rScripts } from './r-scripts.ts';
import { STARTED, type Started, starts } from './starts.ts';

/**
 * `npm run bench`: what the study costs beside what people would use instead, in the same run, in turn, on the same data.
 * Writes docs/PERFORMANCE.md and its pictures. Nothing of it is a test: a machine is fast or slow, a ratio says more.
 */

const HERE = import.meta.dirname;
const OWN = 'this study';
/** The largest only where it is asked for: it takes minutes, and some gigabytes. */
const SIZES = [57, 1000, 10_000, 100_000, 1_000_000];
const SAMPLES = [1000, 10_000, 100_000, 1_000_000];
const VALIDATED_BY = [
  'csv-parse + zod',
  'papaparse + zod',
  'uDSV + zod',
  'papaparse alone',
  'uDSV typed alone',
];
const MOST_SECONDS = 240;
const ROWS = 200_000;
/** A start takes a tenth of a second: of so many the middle one is the same from run to run. */
const START_ROUNDS = 21;
/** R's interval takes memory with the square of the number of differences. */
const R_INTERVAL_UP_TO = 10_000;

const say = (line: string) => void process.stdout.write(`${line}\n`);
const said = (what: string, costs: Costs): Costs => {
  for (const [name, run] of costs) {
    say(`${what}, ${name}: ${isMeasured(run) ? `${run.seconds.toFixed(3)} s CPU` : run.why}`);
  }
  return costs;
};

const { values: asked } = parseArgs({
  options: {
    help: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '3' },
    pairs: { type: 'string', default: '100000' },
  },
});
if (asked.help) {
  say(`Measures the study beside its peers and writes docs/PERFORMANCE.md.

  npm run bench                               some 4 minutes on two idle cores
  npm run bench -- --rounds 1 --pairs 10000   each once, and no study of more pairs
  npm run bench -- --pairs 1000000            a study of a million pairs from 500 centres, too`);
  process.exit(0);
}
const rounds = Number(asked.rounds);
const sizes = SIZES.filter((pairs) => pairs <= Number(asked.pairs));

const began = performance.now();
const folder = mkdtempSync(join(tmpdir(), 'ctmri-bench-'));
const hasR = hasProgram('Rscript', '--version');
const { scripts, skipped: skippedScripts } = rScripts(sizes);
const sciPy = installedSciPy();
const peers = installedPeers();
const skipped = [
  ...(peers === undefined ? ['the CSV parsers, which npm could not install'] : []),
  ...(hasR ? [] : ['R’s Wilcoxon, as R is not installed']),
  ...(sciPy === undefined ? ['SciPy, which pip could not install'] : []),
  ...skippedScripts,
  ...(sizes.length === SIZES.length
    ? []
    : [`studies of more than ${Number(asked.pairs).toLocaleString('en')} pairs, which were not asked for`]),
];

const program = (command: string, ...words: readonly string[]): Program => ({ command, words });
const present = (programs: readonly (readonly [string, Program] | false)[]) =>
  new Map(programs.filter((one) => one !== false));

function validation(): { readonly costs: Costs; readonly megabytes: number } {
  const path = join(folder, 'pairs.csv');
  const [header = '', ...rows] = LARGEST_FILES['valid-pairs']?.lines() ?? [];
  // Its rows end before the columns that may be absent: some of the peers refuse rows that are shorter than the header.
  const columns = header.split(',').slice(0, rows[0]?.split(',').length);
  writeFileSync(path, `${[columns.join(','), ...rows].join('\n')}\n`);
  // As the functions and the desk's page have it: the peers are compiled already, too.
  for (const file of bundledFunction('test/bench/read-with-study.ts'))
    writeFileSync(join(folder, file.path), file.contents);
  const programs = present([
    [OWN, nodeProgram(join(folder, 'index.mjs'), path)],
    ...VALIDATED_BY.map((peer): readonly [string, Program] | false =>
      peers === undefined ? false : [peer, nodeProgram(join(HERE, 'peers/read-with.mjs'), peers, peer, path)],
    ),
  ]);
  const costs = interleaved(programs, { rounds, folder, mostSeconds: MOST_SECONDS });
  return { costs: said('validation', costs), megabytes: statSync(path).size / 1e6 };
}

function study(pairs: number): Costs {
  const cohort = join(folder, `cohort-${pairs}`);
  writeCohort(cohort, pairs);
  const compute = nodeProgram(join(PROJECT, 'cdk/ctmri.ts'), 'compute', cohort, '--out', join(folder, 'out'));
  // Once unmeasured where it takes a second: from the second command on its code is compiled already.
  if (pairs < 1000) measuredRun(compute, folder, MOST_SECONDS);
  const programs = present([
    [OWN, compute],
    ...scripts.map(({ name, file, upTo }): readonly [string, Program] | false =>
      pairs > upTo ? false : [name, program('Rscript', join(HERE, 'peers', file), cohort)],
    ),
  ]);
  const costs = interleaved(programs, {
    rounds: pairs > 10_000 ? 1 : rounds,
    folder,
    // By the clock: on a busy machine a minute of the processor takes several.
    mostSeconds: Math.max(MOST_SECONDS, pairs / 100),
  });
  rmSync(cohort, { recursive: true });
  return said(`study of ${pairs} pairs`, costs);
}

function wilcoxon(size: number): Costs {
  const programs = present([
    [OWN, program(process.execPath, join(HERE, 'wilcoxon-middle.ts'), String(size))],
    hasR &&
      size <= R_INTERVAL_UP_TO && ['R', program('Rscript', join(HERE, 'peers/wilcoxon.R'), String(size))],
    sciPy !== undefined && [
      'SciPy, no interval',
      program('python3', join(HERE, 'peers/wilcoxon.py'), String(size), sciPy),
    ],
  ]);
  return said(`Wilcoxon of ${size}`, interleaved(programs, { rounds, folder, mostSeconds: MOST_SECONDS }));
}

function startsOf(name: Started) {
  const own = starts(name, folder);
  const programs = new Map([...own].map(([bundle, { program }]) => [bundle, program]));
  const costs = interleaved(programs, { rounds: START_ROUNDS, folder, mostSeconds: MOST_SECONDS });
  return { costs: said(`start of ${name}`, costs), starts: own };
}

const curvesOf = (bySize: ReadonlyMap<number, Costs>, names: readonly string[]) =>
  names.map((name) => ({
    name,
    points: [...bySize].flatMap(([size, costs]) => {
      const run = costs.get(name);
      return run !== undefined && isMeasured(run) ? [{ size, value: Math.max(run.seconds, 1e-4) }] : [];
    }),
  }));

try {
  const validated = validation();
  const studies = new Map(sizes.map((pairs) => [pairs, study(pairs)]));
  const started = new Map(STARTED.map((name) => [name, startsOf(name)]));
  const samples = new Map(SAMPLES.map((size) => [size, wilcoxon(size)]));
  const ofStudies = [OWN, ...scripts.map(({ name }) => name)];
  const ofSamples = [OWN, ...(hasR ? ['R'] : []), ...(sciPy === undefined ? [] : ['SciPy, no interval'])];
  const pictures = join(PROJECT, 'docs/performance');
  mkdirSync(pictures, { recursive: true });
  writeFileSync(
    join(pictures, 'study.svg'),
    growthCurves(curvesOf(studies, ofStudies), { x: 'counted pairs', y: 'CPU, s' }),
  );
  writeFileSync(
    join(pictures, 'wilcoxon.svg'),
    growthCurves(curvesOf(samples, ofSamples), { x: 'differences', y: 'CPU, s' }),
  );
  const page = performancePage({
    ...{ own: OWN, rounds, startRounds: START_ROUNDS, intervalUpTo: R_INTERVAL_UP_TO, skipped },
    machine: `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`,
    validated: { ...validated, rows: ROWS },
    ...{ studies, ofStudies, started, samples, ofSamples },
  });
  writeFileSync(join(PROJECT, 'docs/PERFORMANCE.md'), page);
  say(`docs/PERFORMANCE.md written after ${((performance.now() - began) / 60_000).toFixed(1)} minutes`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
