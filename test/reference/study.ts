import { z } from 'zod';
import { clusterRobustMean } from '#shared/statistics/cluster-robust-mean.ts';
import {
  clusteredDifferences,
  clusteredSample,
  clusterSizes,
  clusterSums,
} from '#shared/statistics/clustered-sample.ts';
import { mean, median, sum } from '#shared/statistics/descriptives.ts';
import { adjustPValues } from '#shared/statistics/p-value-adjustment.ts';
import { exactRosnerGlynnLeeTest } from '#shared/statistics/rosner-glynn-lee-exact.ts';
import { signedRankTest } from '#shared/statistics/signed-rank-test.ts';
import { tTest } from '#shared/statistics/t-test.ts';
import { type Answer, answered, noArguments } from './answer.ts';
import { pAsInR } from './as-in-r.ts';
import { pairsOf } from './column-pairs.ts';
import type { ReferenceCase } from './fixtures.ts';

/** Pair, side (0 right, 1 left), on which sequences it is seen, and its diameters when measured on all. */
const lesion = z.tuple([z.number(), z.number(), z.string(), z.array(z.number()).nullable()]);
const inputSchema = z.strictObject({
  sequences: z.array(z.string()),
  patientOfPair: z.array(z.number()),
  centreOfPatient: z.array(z.string()),
  lesions: z.array(lesion),
});

type Lesion = z.infer<typeof lesion>;
type Study = z.infer<typeof inputSchema>;

const mri = [0, 1, 2, 3];
const ct = [4, 5];
const diffusion = 1;

const seenOn = ([, , visible]: Lesion, sequences: readonly number[]) =>
  sequences.some((sequence) => visible[sequence] === '1');

export function study({ input, args }: ReferenceCase): Answer {
  noArguments.parse(args);
  const parsed = inputSchema.parse(input);
  const whole = detection(parsed, parsed.lesions);
  return answered({
    right: detection(
      parsed,
      parsed.lesions.filter(([, side]) => side === 0),
    ),
    left: detection(
      parsed,
      parsed.lesions.filter(([, side]) => side === 1),
    ),
    whole,
    ctShareOfAll: whole.totalTDM / whole.totalAll,
    dwiShareOfAll: (whole.totals[diffusion] ?? Number.NaN) / whole.totalAll,
    measures: measures(parsed),
  });
}

/** Tables 4 to 6 and the 15 comparisons, over all pairs, those without a lesion included. */
function detection({ sequences, patientOfPair }: Study, lesions: readonly Lesion[]) {
  const perPair = (on: readonly number[]): readonly number[] => {
    const counts = patientOfPair.map(() => 0);
    for (const seen of lesions.filter((candidate) => seenOn(candidate, on)))
      counts[seen[0]] = (counts[seen[0]] ?? 0) + 1;
    return counts;
  };
  const counts = sequences.map((_, sequence) => perPair([sequence]));
  const comparisons = pairsOf(counts);
  const wilcoxonP = comparisons.map(([x, y]) => pAsInR(signedRankTest(x, y).pValue));
  const clustered = comparisons.map(([x, y]) => clusteredDifferences(x, y, patientOfPair));
  const totalIRM = sum(perPair(mri));
  const totalTDM = sum(perPair(ct));
  return {
    totals: counts.map((column) => sum(column)),
    totalIRM,
    totalTDM,
    totalAll: sum(perPair([...mri, ...ct])),
    meanPerPair: counts.map((column) => mean(column)),
    meanTotalIRM: totalIRM / patientOfPair.length,
    meanTotalTDM: totalTDM / patientOfPair.length,
    medianPerPair: counts.map((column) => median(column)),
    meanDiff: comparisons.map(([x, y]) => tTest(x, y).estimate),
    wilcoxonP,
    wilcoxonHolm: adjustPValues(wilcoxonP, 'holm'),
    tP: comparisons.map(([x, y]) => pAsInR(tTest(x, y).pValue)),
    clusterCr2P: clustered.map((sample) => pAsInR(clusterRobustMean(sample).pValue)),
    clusterRglExactP: clustered.map((sample) => pAsInR(exactRosnerGlynnLeeTest(sample).pValue)),
  };
}

/** Table 7 and its comparisons, over the lesions measured on all six sequences. */
function measures({ sequences, patientOfPair, lesions }: Study) {
  const measured = lesions.flatMap(([pair, , , diameters]) =>
    diameters === null ? [] : [{ pair, diameters }],
  );
  const pairs = measured.map(({ pair }) => pair);
  const patients = pairs.map((pair) => patientOfPair[pair] ?? 0);
  const columns = sequences.map((_, sequence) =>
    measured.map(({ diameters }) => diameters[sequence] ?? null),
  );
  const describe = (values: (column: readonly (number | null)[]) => ArrayLike<number>) => ({
    mean: columns.map((column) => mean(values(column))),
    median: columns.map((column) => median(values(column))),
  });
  const meansBy = (groups: readonly number[]) => (column: readonly (number | null)[]) => {
    const sample = clusteredSample(column, groups);
    const sizes = clusterSizes(sample);
    return clusterSums(sample).map((total, group) => total / (sizes[group] ?? 1));
  };
  const comparisons = pairsOf(columns);
  return {
    nLesions: measured.length,
    nPairs: new Set(pairs).size,
    nPatients: new Set(patients).size,
    byLesion: describe((column) => column.map((value) => value ?? Number.NaN)),
    byPatient: describe(meansBy(patients)),
    byPair: describe(meansBy(pairs)),
    wilcoxonP: comparisons.map(([x, y]) => pAsInR(signedRankTest(x, y).pValue)),
    wilcoxonDigits7P: comparisons.map(([x, y]) => pAsInR(signedRankTest(x, y, { rankDigits: 7 }).pValue)),
    tP: comparisons.map(([x, y]) => pAsInR(tTest(x, y).pValue)),
  };
}
