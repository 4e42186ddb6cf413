import {
  type ClusteredSample,
  clusterSizes,
  clusterSums,
  fewestPatients,
  filterSample,
} from './clustered-sample.ts';
import { sum } from './descriptives.ts';
import { normalPValue } from './normal-distribution.ts';
import type { Outcome } from './outcome.ts';
import { midranks } from './ranks.ts';

/** Signed midranks of the differences that are not zero, patient by patient. */
export interface SignedRanks {
  readonly sample: ClusteredSample;
  readonly signedRanks: Float64Array;
  /** Sum of each patient's signed ranks. */
  readonly sums: Float64Array;
}

/** Drops the zeros and ranks what is left over all patients. */
export function clusteredSignedRanks(differences: ClusteredSample): SignedRanks {
  const sample = filterSample(differences, (difference) => difference !== 0);
  const { ranks } = midranks(sample.values.map(Math.abs));
  const signedRanks = sample.values.map((difference, index) => Math.sign(difference) * (ranks[index] ?? 0));
  return { sample, signedRanks, sums: clusterSums(sample, signedRanks) };
}

export interface RosnerGlynnLeeTest extends Outcome {
  /** Differences that are not zero, and the patients who have one. */
  readonly used: number;
  readonly patients: number;
  readonly statistic: number | null;
  readonly variance: number | null;
  readonly z: number | null;
  readonly p: number | null;
  readonly log10P: number | null;
  /** Every patient has the same number of differences: the ranks need no weights. */
  readonly balanced: boolean;
  /** Intraclass correlation of the signed ranks, raw and corrected for the number of patients. */
  readonly correlation: number | null;
  readonly correctedCorrelation: number | null;
  /** Variance of one signed rank. */
  readonly rankVariance: number | null;
}

/**
 * Large-sample signed rank test of clustered pairs: T = Σ wᵢ S̄ᵢ over patients, Z = T/√(Σ wᵢ² S̄ᵢ²), the weights from
 * the intraclass correlation of the signed ranks (Rosner, Glynn & Lee 2006 Biometrics 62:185). Two-sided.
 * R: `clusrank::clusWilcox.test(d, cluster = id, paired = TRUE, method = "rgl")`.
 *
 * @param fewest below this number of patients z and p are not given.
 */
export function rosnerGlynnLeeTest(
  differences: ClusteredSample,
  fewest = fewestPatients,
): RosnerGlynnLeeTest {
  const ranks = clusteredSignedRanks(differences);
  const { sample, sums } = ranks;
  const sizes = clusterSizes(sample);
  const balanced = sizes.every((size) => size === sizes[0]);
  const unvarying =
    sample.values.length > 0 && ranks.signedRanks.every((rank) => rank === ranks.signedRanks[0]);
  const correlations = balanced || unvarying ? null : rankCorrelation(ranks, sizes);
  const counts = { used: sample.values.length, patients: sample.patientCount, balanced };
  const known = {
    ...counts,
    correlation: correlations?.raw ?? null,
    correctedCorrelation: correlations?.corrected ?? null,
    rankVariance: correlations?.rankVariance ?? null,
    warnings: [],
  };
  const none = { ...known, statistic: null, variance: null, z: null, p: null, log10P: null };
  if (sample.values.length === 0) {
    return { ...none, reason: differences.values.length === 0 ? 'no_observation' : 'all_zero' };
  }
  // Signed ranks that are all the same have no correlation to weight them by: 0/0 in R.
  if (!balanced && unvarying) return { ...none, reason: 'no_variation' };
  // T is a sum over patients of wᵢ S̄ᵢ; with equal sizes the weights cancel and the plain sums do.
  const terms = sums.map((total, patient) => {
    if (correlations === null) return total;
    const size = sizes[patient] ?? 1;
    return total / (correlations.rankVariance * (1 + (size - 1) * correlations.corrected));
  });
  const statistic = sum(terms);
  const variance = sum(terms.map((term) => term * term));
  if (variance === 0) return { ...none, statistic, variance, reason: 'no_variation' };
  if (sample.patientCount < fewest) return { ...none, statistic, variance, reason: 'too_few_patients' };
  const z = statistic / Math.sqrt(variance);
  return { ...known, statistic, variance, z, ...normalPValue(z), reason: null };
}

interface RankCorrelation {
  readonly raw: number;
  readonly corrected: number;
  readonly rankVariance: number;
}

/** Intraclass correlation of the signed ranks by a one-way analysis of variance with unequal sizes. */
function rankCorrelation({ sample, signedRanks, sums }: SignedRanks, sizes: Float64Array): RankCorrelation {
  const n = signedRanks.length;
  const m = sample.patientCount;
  const grand = sum(signedRanks) / n;
  const between = sum(
    sums.map((total, patient) => (total / (sizes[patient] ?? 1) - grand) ** 2 * (sizes[patient] ?? 1)),
  );
  const total = sum(signedRanks.map((rank) => (rank - grand) ** 2));
  const meanSquareBetween = between / (m - 1);
  const meanSquareWithin = (total - between) / (n - m);
  const typicalSize = (n - sum(sizes.map((size) => size * size)) / n) / (m - 1);
  const varianceBetween = (meanSquareBetween - meanSquareWithin) / typicalSize;
  const raw = Math.max(0, varianceBetween / (varianceBetween + meanSquareWithin));
  const corrected = Math.min(1, raw * (1 + (1 - raw * raw) / (m - 2.5)));
  return { raw, corrected, rankVariance: total / (n - 1) };
}
