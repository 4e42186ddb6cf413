import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '#cdk/fingerprint.ts';
import { type AimName, isMet, type Reached, type Reaching } from '../aims.ts';
import { type Bench, MOST_SECONDS, OWN, present, program, said } from '../bench.ts';
import { writeCohort } from '../cohorts.ts';
import { curvesOf, growthCurves } from '../growth-curve.ts';
import { interleaved, isMeasured, measuredRun, nodeProgram, type Program } from '../measured-run.ts';
import { type Costs, growthTable, timeOver } from '../page.ts';
import { PARTS_OF_A_STUDY } from '../profile/parts.ts';
import { profileText } from '../profile/shares.ts';
import { type RScript, rScripts, scriptsLeftOut } from '../r-scripts.ts';
import type { Section } from '../section.ts';

const SIZES = [57, 1000, 10_000, 100_000, 1_000_000];
/** From here on a study is computed once: it takes so long that nothing beside it counts. */
const ONCE_FROM = 100_000;
const TIMED = 100_000;
const MILLION = 1_000_000;

/** What it took when it was last asked for; it runs too long to be profiled with the others. */
const MILLION_GIGABYTES = 2.9;
const OF_A_MILLION = `A million pairs of 501 centres took 315 s of the processor on 27 November 2026, within a Lambda's 15 minutes,
and ${MILLION_GIGABYTES} GB. By V8’s own record (\`--trace-gc\`) up to 1.1 GB are held while patients, pairs and lesions are put together, and 0.8 GB once they
are; RECIST assesses one course after the other and keeps none. A heap of a study grows by half of what it holds before V8 collects it: by itself
V8 waits for 2.6 GB. Columns beside the heap take another 0.6 GB. The flags that a Lambda of 3,008 MB starts Node with were not tried again.`;

/** Studies of growing size, from their files to their tables, beside a script of R. */
export function computedStudy(bench: Bench): Section {
  const { mostPairs, pictures } = bench;
  const sizes = SIZES.filter((pairs) => pairs <= mostPairs);
  const scripts = rScripts();
  const studies = new Map(sizes.map((pairs) => [pairs, study(bench, pairs, scripts)]));
  const names = [OWN, ...scripts.map(({ name }) => name)];
  writeFileSync(
    join(pictures, 'study.svg'),
    growthCurves(curvesOf(studies, names), { x: 'counted pairs', y: 'CPU, s' }),
  );
  const reaching = reachedBy(studies, scripts);
  const missed = sizes.filter((pairs) => pairs <= TIMED && isMissedAt(pairs, reaching));
  return {
    heading: 'A study, from files to tables (`compute`)',
    reaching,
    paragraphs: [
      growthTable('counted pairs', studies, names),
      "![Growth of the study's time with its size](performance/study.svg)",
      `Both R scripts are the study’s core: 45 Wilcoxon, 45 Student, CR2 and 2,000 bootstraps of whole patients. With packages it is as a
statistician writes it ([\`study-with-packages.R\`](../test/bench/peers/study-with-packages.R)): clubSandwich on \`lm\`, \`boot\` over the patients. The other
one ([\`study.R\`](../test/bench/peers/study.R)) gives the same estimates by hand: CR2 of a mean by its formula, all bootstraps as products of
matrices. \`compute\` validates every file and makes 27 tables.`,
      ...scriptsLeftOut(scripts, sizes),
      OF_A_MILLION,
      ...(missed.length > 0 ? profileParagraphs(bench, missed) : []),
    ],
  };
}

const sizeText = (pairs: number) => `${pairs.toLocaleString('en')} pairs`;
const cohortOf = ({ folder }: Bench, pairs: number) => join(folder, `cohort-${pairs}`);

const computeOf = (bench: Bench, pairs: number): Program =>
  nodeProgram(
    join(PROJECT, 'cdk/ctmri.js'),
    ...['compute', cohortOf(bench, pairs), '--out', join(bench.folder, 'out')],
  );

function study(bench: Bench, pairs: number, scripts: readonly RScript[]): Costs {
  const { folder, rounds } = bench;
  writeCohort(cohortOf(bench, pairs), pairs);
  const compute = computeOf(bench, pairs);
  // Once unmeasured where it takes a second: from the second command on its code is compiled already.
  if (pairs < 1000) measuredRun(compute, folder, MOST_SECONDS);
  const costs = interleaved(
    present([
      [OWN, compute],
      ...scripts.map(({ name, path, upTo }): readonly [string, Program] | false =>
        pairs > upTo ? false : [name, program('Rscript', path, cohortOf(bench, pairs))],
      ),
    ]),
    { rounds: pairs < ONCE_FROM ? rounds : 1, folder, mostSeconds: mostSecondsOf(pairs) },
  );
  return said(`study of ${pairs} pairs`, costs);
}

/** Of a million pairs a quarter more than ten times what a tenth of them takes: what grows faster is not waited for. */
const mostSecondsOf = (pairs: number) => Math.max(MOST_SECONDS, pairs * 6e-4);

function reachedBy(studies: ReadonlyMap<number, Costs>, scripts: readonly RScript[]): Reaching {
  const sizes = [...studies.keys()];
  const ownAt = (pairs: number | undefined) =>
    pairs === undefined ? undefined : studies.get(pairs)?.get(OWN);
  const overR = sizes.flatMap((pairs) =>
    scripts.flatMap(({ name }) => {
      const value = timeOver(ownAt(pairs), studies.get(pairs)?.get(name));
      return value === undefined ? [] : [{ of: `${sizeText(pairs)}, ${name}`, value }];
    }),
  );
  const growth = sizes.flatMap((pairs, place) => {
    const value = timeOver(ownAt(pairs), ownAt(sizes[place + 1]));
    return value === undefined ? [] : [{ of: sizeText(pairs), value }];
  });
  const timed = ownAt(TIMED);
  const million = ownAt(MILLION);
  const notAsked = { why: 'not asked for' };
  return new Map<AimName, readonly Reached[] | { readonly why: string }>([
    ['computeTime', overR.length === 0 ? { why: 'R or its packages are not installed' } : overR],
    ['computeGrowth', growth.length === 0 ? notAsked : growth],
    [
      'computeLargest',
      timed === undefined
        ? notAsked
        : isMeasured(timed)
          ? [{ of: sizeText(TIMED), value: timed.seconds }]
          : timed,
    ],
    [
      'computeMemory',
      million === undefined
        ? {
            why: `not in this run: ${MILLION_GIGABYTES} GB when last asked for ([below](#a-study-from-files-to-tables-compute))`,
          }
        : isMeasured(million)
          ? [{ of: sizeText(MILLION), value: (million.megabytes ?? 0) / 1000 }]
          : million,
    ],
  ]);
}

/** Whether a study of this size is what misses an aim. */
const isMissedAt = (pairs: number, reaching: Reaching): boolean =>
  [...reaching].some(
    ([name, reached]) =>
      !('why' in reached) &&
      reached.some((one) => one.of?.startsWith(sizeText(pairs)) === true && !isMet(name, one)),
  );

const profileParagraphs = (bench: Bench, sizes: readonly number[]): readonly string[] => [
  profileText(new Map(sizes.map((pairs) => [sizeText(pairs), computeOf(bench, pairs)])), {
    folder: bench.folder,
    parts: PARTS_OF_A_STUDY,
    mostSeconds: mostSecondsOf(Math.max(...sizes)),
  }),
  `An exact law of n patients is a sum over n weights at up to n² places, rounded from 2⁵³ on as it always was, so that a published p
keeps its last digit: a transform would be faster and change it. It is summed two places at a time, by WebAssembly’s vectors, up to
1,000 patients, and whole patients are redrawn up to 2,000: beyond, both end, so that the curve is flat from some 3,000 pairs to
10,000. The scripts have no exact laws. A start is Node, the bundle of the commands and its schemas; its code is compiled once and kept.`,
];
