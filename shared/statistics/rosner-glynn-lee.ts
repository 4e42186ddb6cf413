import {
  type ClusteredSample,
  clusterSizes,
  clusterSums,
  fewestPatients,
  withoutZeroValues,
} from './clustered-sample.ts';
import { sum, sumOf } from './descriptives.ts';
import { allMissing, type Figure, isMissing, missing } from './figure.ts';
import { normalPValue } from './normal-distribution.ts';
import type { PValue, Reason } from './outcome.ts';
import { midranks } from './ranks.ts';
import { magnitudesOf } from './sample.ts';

/** Signed midranks of the differences that are not zero, patient by patient. */
export interface SignedRanks {
  readonly sample: ClusteredSample;
  readonly signedRanks: Float64Array;
  /** Sum of each patient's signed ranks. */
  readonly sums: Float64Array;
}

/** Drops the zeros and ranks what is left over all patients. */
export function clusteredSignedRanks(differences: ClusteredSample): SignedRanks {
  const sample = withoutZeroValues(differences);
  const { values } = sample;
  const { ranks } = midranks(magnitudesOf(values));
  for (let row = 0; row < ranks.length; row += 1) {
    if ((values[row] ?? 0) < 0) ranks[row] = -(ranks[row] ?? 0);
  }
  return { sample, signedRanks: ranks, sums: clusterSums(sample, ranks) };
}

/** Of the signed ranks of a patient: what they are weighted by. */
export interface RankCorrelation {
  /** Intraclass correlation of the signed ranks, raw and corrected for the number of patients. */
  readonly raw: number;
  readonly corrected: number;
  /** Variance of one signed rank. */
  readonly rankVariance: number;
}

export interface RosnerGlynnLeeTest {
  /** Differences that are not zero, and the patients who have one. */
  readonly used: number;
  readonly patients: number;
  readonly statistic: Figure;
  readonly variance: Figure;
  readonly z: Figure;
  readonly pValue: Figure<PValue>;
  /** `balanced`: every patient has the same number of differences, and the ranks need no weights. */
  readonly correlation: Figure<RankCorrelation, Reason | 'balanced'>;
}

const TEST = ['z', 'pValue'] as const;
const FIGURES = ['statistic', 'variance', ...TEST] as const;

/**
 * Large-sample signed rank test of clustered pairs: T = Σ wᵢ S̄ᵢ over patients, Z = T/√(Σ wᵢ² S̄ᵢ²), the weights from
 * the intraclass correlation of the signed ranks (Rosner, Glynn & Lee 2006 Biometrics 62:185). Two-sided.
 * R: `clusrank::clusWilcox.test(d, cluster = id, paired = TRUE, method = "rgl")`.
 *
 * @param fewest below this number of patients z and p are not given.
 * @param ranks those of the differences, where they are known.
 */
export function rosnerGlynnLeeTest(
  differences: ClusteredSample,
  fewest = fewestPatients,
  ranks: SignedRanks = clusteredSignedRanks(differences),
): RosnerGlynnLeeTest {
  const { sample, sums } = ranks;
  const counts = { used: sample.values.length, patients: sample.patientCount };
  if (sample.values.length === 0) {
    const reason = differences.values.length === 0 ? 'no_observation' : 'all_zero';
    return { ...counts, ...allMissing(reason, [...FIGURES, 'correlation']) };
  }
  const sizes = clusterSizes(sample);
  const correlation = weighting(ranks, sizes);
  // Signed ranks that are all the same have no correlation to weight them by: 0/0 in R.
  if (isMissing(correlation) && correlation.missing !== 'balanced') {
    return { ...counts, ...allMissing(correlation.missing, FIGURES), correlation };
  }
  // T is a sum over patients of wᵢ S̄ᵢ; with equal sizes the weights cancel and the plain sums do.
  const terms = sums.map((total, patient) => {
    if (isMissing(correlation)) return total;
    const size = sizes[patient] ?? 1;
    return total / (correlation.rankVariance * (1 + (size - 1) * correlation.corrected));
  });
  const statistic = sum(terms);
  const variance = sumOf(terms, (term) => term * term);
  const known = { ...counts, statistic, variance, correlation };
  if (variance === 0) return { ...known, ...allMissing('no_variation', TEST) };
  if (sample.patientCount < fewest) return { ...known, ...allMissing('too_few_patients', TEST) };
  const z = statistic / Math.sqrt(variance);
  return { ...known, z, pValue: normalPValue(z) };
}

function weighting(
  ranks: SignedRanks,
  sizes: Float64Array,
): Figure<RankCorrelation, 'no_variation' | 'balanced'> {
  const { signedRanks } = ranks;
  if (sizes.every((size) => size === sizes[0])) return missing('balanced');
  if (signedRanks.every((rank) => rank === signedRanks[0])) return missing('no_variation');
  return rankCorrelation(ranks, sizes);
}

/** Intraclass correlation of the signed ranks by a one-way analysis of variance with unequal sizes. */
function rankCorrelation({ sample, signedRanks, sums }: SignedRanks, sizes: Float64Array): RankCorrelation {
  const n = signedRanks.length;
  const m = sample.patientCount;
  const grand = sum(signedRanks) / n;
  const between = sumOf(
    sums,
    (total, patient) => (total / (sizes[patient] ?? 1) - grand) ** 2 * (sizes[patient] ?? 1),
  );
  const total = sumOf(signedRanks, (rank) => (rank - grand) ** 2);
  const meanSquareBetween = between / (m - 1);
  const meanSquareWithin = (total - between) / (n - m);
  const typicalSize = (n - sumOf(sizes, (size) => size * size) / n) / (m - 1);
  const varianceBetween = (meanSquareBetween - meanSquareWithin) / typicalSize;
  const raw = Math.max(0, varianceBetween / (varianceBetween + meanSquareWithin));
  const corrected = Math.min(1, raw * (1 + (1 - raw * raw) / (m - 2.5)));
  return { raw, corrected, rankVariance: total / (n - 1) };
}
