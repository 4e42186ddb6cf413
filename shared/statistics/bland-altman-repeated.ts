import { type ClusteredSample, clusterSizes, clusterSums } from './clustered-sample.ts';
import { mean, sum } from './descriptives.ts';
import { allMissing, type Figure, isMissing } from './figure.ts';
import { normalQuantile } from './normal-quantile.ts';
import type { Reason } from './outcome.ts';

/** Limits that hold 95 % of the differences. */
export const limitsMultiplier = normalQuantile(0.975);

export interface Limits {
  readonly lower: number;
  readonly upper: number;
}

/** The one-way analysis of variance of the differences by patient. */
export interface AnalysisOfVariance {
  readonly meanSquareBetween: number;
  readonly meanSquareWithin: number;
  /** m₀, the typical number of differences of a patient. */
  readonly typicalSize: number;
  readonly varianceBetween: number;
}

export interface RepeatedBlandAltman {
  readonly n: number;
  readonly patients: number;
  readonly bias: Figure;
  readonly analysis: Figure<AnalysisOfVariance>;
  readonly standardDeviation: Figure;
  readonly limits: Figure<Limits>;
}

/**
 * Limits of agreement when a patient has several differences and the true value varies: s² = σ²_between + MSW from a
 * one-way analysis of variance, σ²_between = (MSB − MSW)/m₀, m₀ = (N² − Σnᵢ²)/((k − 1)N)
 * (Bland & Altman 2007 J Biopharm Stat 17:571). An estimate of σ²_between below 0 is kept: cut off, it would make s²
 * too large on average, and the limits too wide.
 */
export function repeatedBlandAltman(differences: ClusteredSample): RepeatedBlandAltman {
  const n = differences.values.length;
  const patients = differences.patientCount;
  const bias = mean(differences.values);
  const without = (reason: Reason) => ({
    n,
    patients,
    bias,
    ...allMissing(reason, ['analysis', 'standardDeviation', 'limits']),
  });
  if (isMissing(bias)) return without(bias.missing);
  if (patients < 2) return without('too_few_patients');
  // One difference a patient each: the variance within patients is unknown, and the plain limits apply.
  if (n === patients) return without('too_few_observations');
  const sizes = clusterSizes(differences);
  const means = clusterSums(differences).map((total, patient) => total / (sizes[patient] ?? 1));
  const between = means.map((value, patient) => (sizes[patient] ?? 0) * (value - bias) ** 2);
  const within = differences.values.map(
    (value, row) => (value - (means[differences.patients[row] ?? 0] ?? 0)) ** 2,
  );
  const meanSquareBetween = sum(between) / (patients - 1);
  const meanSquareWithin = sum(within) / (n - patients);
  const typicalSize = (n * n - sum(sizes.map((size) => size * size))) / ((patients - 1) * n);
  const varianceBetween = (meanSquareBetween - meanSquareWithin) / typicalSize;
  const standardDeviation = Math.sqrt(varianceBetween + meanSquareWithin);
  return {
    n,
    patients,
    bias,
    analysis: { meanSquareBetween, meanSquareWithin, typicalSize, varianceBetween },
    standardDeviation,
    limits: {
      lower: bias - limitsMultiplier * standardDeviation,
      upper: bias + limitsMultiplier * standardDeviation,
    },
  };
}
