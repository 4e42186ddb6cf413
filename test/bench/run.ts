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
import { type Costs, growthTable, startTable, validationTable } from './page.ts';
import { hasProgram, installedPeers, installedSciPy, peerVersions } from './peers.ts';
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
/** Beyond this many pairs the script's bootstraps take more than eight minutes. */
const R_SCRIPT_UP_TO = 10_000;
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

  npm run bench                               some 15 minutes on an idle machine
  npm run bench -- --rounds 1 --pairs 10000   each once, and no study of more pairs
  npm run bench -- --pairs 1000000            a study of a million pairs from 500 centres, too`);
  process.exit(0);
}
const rounds = Number(asked.rounds);
const sizes = SIZES.filter((pairs) => pairs <= Number(asked.pairs));

const began = performance.now();
const folder = mkdtempSync(join(tmpdir(), 'ctmri-bench-'));
const hasR = hasProgram('Rscript', '--version');
const sciPy = installedSciPy();
const peers = installedPeers();
const skipped = [
  ...(peers === undefined ? ['the CSV parsers, which npm could not install'] : []),
  ...(hasR ? [] : ['R, which is not installed']),
  ...(sciPy === undefined ? ['SciPy, which pip could not install'] : []),
  ...(sizes.some((pairs) => pairs > R_SCRIPT_UP_TO)
    ? [`the R script above ${R_SCRIPT_UP_TO.toLocaleString('en')} pairs, of which it takes minutes`]
    : []),
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
    hasR && pairs <= R_SCRIPT_UP_TO && ['R script', program('Rscript', join(HERE, 'peers/study.R'), cohort)],
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
  const ofStudies = [OWN, ...(hasR ? ['R script'] : [])];
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
  const page = `# What it costs

Written by \`npm run bench\`: each figure beside what people would use instead, measured in the same run, in turn, on the same
data. Seconds are of the processor, all threads together, start included; ${rounds === 1 ? 'each measured once' : `of ${rounds} runs the middle one (of 100,000 pairs, one)`}.
Absolute figures are of this machine (${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}); ratios say more.
${skipped.length === 0 ? '' : `Not measured: ${skipped.join('; ')}.\n`}
## A file of 200,000 pairs, ${validated.megabytes.toFixed(0)} MB, read, validated and typed

${validationTable(OWN, { ...validated, rows: ROWS })}

Peers: ${peerVersions()}. With zod they check each cell alone; the study also checks rows against each other and the centre’s
other files, keeps each line for the annotated file, and warns.

Of the study's time about a third takes the cells apart and looks each up among the texts of its column, which are read once; a
quarter goes into the rules of one row, a third into those between rows and into warnings, the rest into decoding and the start.
Five times the speed of the best validated peer is out of reach so: the fastest parser alone, which checks nothing, takes half of the
study's time. Of its memory 4 times the file are Node itself, 2 the bytes and their text, 1.5 the columns; most of the rest is what Node's
collector keeps free for new objects. In the desk's page the same code runs in a worker; of a check of these rows the longest task of the page itself takes
17 ms of the processor.

## A study, from files to tables (\`compute\`)

${growthTable('counted pairs', studies, ofStudies)}

![Growth of the study's time with its size](performance/study.svg)

The R script is the study’s core as a statistician writes it ([\`study.R\`](../test/bench/peers/study.R)): 45 Wilcoxon, 45 Student, CR2 and 2,000
bootstraps of whole patients. \`compute\` validates every file and makes 27 tables. Where its time goes, by profile:

| counted pairs | most of the time |
| --- | --- |
| 57 | the start, 44 %: Node, 880 modules, the schemas. Their code is compiled once and kept; without it the start was twice as long |
| 1,000 | exact laws of the clustered and the tied tests, 56 %, which the script has not; bootstraps, 19 % |
| 20,000 | statistics, 23 %; RECIST, 19 %; other tables, 18 %; collecting garbage, 14 %; validation, 13 % |

An exact law of n patients is a sum over n weights at up to n² places, rounded from 2⁵³ on as it always was, so that a published p
keeps its last digit: a transform would be faster and change it. It is summed up to 1,000 patients, and whole patients are redrawn
up to 2,000: beyond, both end, so that the curve is flat from 1,000 pairs to 10,000.

## Wilcoxon with the Hodges–Lehmann estimate and its interval

${growthTable('differences', samples, ofSamples)}

![Growth of Wilcoxon's time with the number of differences](performance/wilcoxon.svg)

R’s interval is not asked for above ${R_INTERVAL_UP_TO.toLocaleString('en')} differences: it takes memory with their square.

## A function's start, from nothing to its handler

${startTable(OWN, started)}

On the project's Node, with source maps, as on Lambda; of ${START_ROUNDS} starts in turn the middle one. The clients are those that the function
works with and what it asks of them, nothing else, bundled as CDK's own \`NodejsFunction\` would; and once more as the
study bundles its functions, where what is imported later lies in parts of its own, which a start does not read. Later come: the ways to
credentials that no function has, mail, what a failed message is retried by, the client that starts the next function, and the
tables, which a run that finds nothing changed never needs; of a run that computes, they are some 50 ms.
`;
  writeFileSync(join(PROJECT, 'docs/PERFORMANCE.md'), page);
  say(`docs/PERFORMANCE.md written after ${((performance.now() - began) / 60_000).toFixed(1)} minutes`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
