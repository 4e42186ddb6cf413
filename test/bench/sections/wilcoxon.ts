import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMissed, type Reaching } from '../aims.ts';
import { type Bench, MOST_SECONDS, OWN, present, program, said } from '../bench.ts';
import { curvesOf, growthCurves } from '../growth-curve.ts';
import { interleaved, type Program } from '../measured-run.ts';
import { type Costs, growthTable, timeOver } from '../page.ts';
import { PARTS_OF_WILCOXON } from '../profile/parts.ts';
import { profileText } from '../profile/shares.ts';
import type { Section } from '../section.ts';

const SIZES = [1000, 10_000, 100_000, 1_000_000];
/** R's interval takes memory with the square of the number of differences. */
const R_UP_TO = 10_000;
const SCIPY = 'SciPy, no interval';
const PEERS = join(import.meta.dirname, '../peers');

/** Wilcoxon as the study computes it for each of its comparisons, beside R's and SciPy's. */
export function wilcoxon(bench: Bench): Section {
  const { hasR, sciPy, pictures } = bench;
  const samples = new Map(SIZES.map((size) => [size, costsOf(bench, size)]));
  const names = [OWN, ...(hasR ? ['R'] : []), ...(sciPy === undefined ? [] : [SCIPY])];
  writeFileSync(
    join(pictures, 'wilcoxon.svg'),
    growthCurves(curvesOf(samples, names), { x: 'differences', y: 'CPU, s' }),
  );
  const reaching = reachedBy(samples);
  const largest = Math.max(...SIZES);
  return {
    heading: 'Wilcoxon with the Hodges–Lehmann estimate and its interval',
    reaching,
    paragraphs: [
      growthTable('differences', samples, names),
      "![Growth of Wilcoxon's time with the number of differences](performance/wilcoxon.svg)",
      `R’s interval is not asked for above ${R_UP_TO.toLocaleString('en')} differences: it takes memory with their square.`,
      ...(isMissed(reaching, 'wilcoxonTime')
        ? [
            profileText(new Map([[`${largest.toLocaleString('en')} differences`, ownProgram(largest)]]), {
              folder: bench.folder,
              parts: PARTS_OF_WILCOXON,
              mostSeconds: MOST_SECONDS,
            }),
          ]
        : []),
    ],
  };
}

const ownProgram = (size: number): Program =>
  program(process.execPath, join(import.meta.dirname, '../wilcoxon-middle.ts'), String(size));

function costsOf({ hasR, sciPy, rounds, folder }: Bench, size: number): Costs {
  const programs = present([
    [OWN, ownProgram(size)],
    hasR && size <= R_UP_TO && ['R', program('Rscript', join(PEERS, 'wilcoxon.R'), String(size))],
    sciPy !== undefined && [SCIPY, program('python3', join(PEERS, 'wilcoxon.py'), String(size), sciPy)],
  ]);
  return said(`Wilcoxon of ${size}`, interleaved(programs, { rounds, folder, mostSeconds: MOST_SECONDS }));
}

function reachedBy(samples: ReadonlyMap<number, Costs>): Reaching {
  const reached = [...samples].flatMap(([size, costs]) => {
    const value = timeOver(costs.get(OWN), costs.get(SCIPY));
    return value === undefined ? [] : [{ of: size.toLocaleString('en'), value }];
  });
  return new Map([
    ['wilcoxonTime', reached.length === 0 ? { why: 'SciPy could not be installed' } : reached],
  ]);
}
