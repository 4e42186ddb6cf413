import { type ClusteredSample, clusterSizes, clusterSums } from './clustered-sample.ts';
import { mean, sumOf } from './descriptives.ts';
import { allMissing, type Figure, isMissing } from './figure.ts';
import type { Interval, PValue, Reason } from './outcome.ts';
import { studentTPValue, studentTQuantile } from './student-t-distribution.ts';

export interface ClusterRobustMean {
  readonly patients: number;
  readonly mean: Figure;
  readonly standardError: Figure;
  readonly t: Figure;
  /** Satterthwaite's; between 1 and the number of patients less one. */
  readonly degreesOfFreedom: Figure;
  readonly pValue: Figure<PValue>;
  readonly interval: Figure<Interval>;
}

/**
 * Mean of clustered values with the bias-reduced variance CR2, V = Σᵢ eᵢ.²/(1 − nᵢ/N)/N², and a t test on
 * Satterthwaite's degrees of freedom (Bell & McCaffrey 2002 Surv Methodol 28:169; Pustejovsky & Tipton 2018 J Bus Econ
 * Stat 36:672). R: `clubSandwich::coef_test(lm(d ~ 1), vcov = "CR2", cluster = id)`. Needs two patients.
 */
export function clusterRobustMean(sample: ClusteredSample, level = 0.95): ClusterRobustMean {
  const total = sample.values.length;
  const estimate = mean(sample.values);
  const meanOnly = (reason: Reason) => ({
    patients: sample.patientCount,
    mean: estimate,
    ...allMissing(reason, ['standardError', 't', 'degreesOfFreedom', 'pValue', 'interval']),
  });
  if (isMissing(estimate)) return meanOnly(estimate.missing);
  if (sample.patientCount < 2) return meanOnly('too_few_patients');
  const sizes = clusterSizes(sample);
  const residuals = clusterSums(sample, sample.values, estimate);
  const variance =
    sumOf(residuals, (residual, i) => residual ** 2 / (1 - (sizes[i] ?? 0) / total)) / total ** 2;
  const standardError = Math.sqrt(variance);
  const degreesOfFreedom = satterthwaite(sizes, total);
  if (standardError <= 10 * Number.EPSILON * Math.abs(estimate)) {
    const nothing = sample.values.every((value) => value === 0) ? 'all_zero' : 'sums_all_zero';
    return { ...meanOnly(estimate === 0 ? nothing : 'no_variation'), standardError, degreesOfFreedom };
  }
  const t = estimate / standardError;
  const reach = studentTQuantile(1 - (1 - level) / 2, degreesOfFreedom) * standardError;
  return {
    patients: sample.patientCount,
    mean: estimate,
    standardError,
    t,
    degreesOfFreedom,
    pValue: studentTPValue(t, degreesOfFreedom),
    interval: { lower: estimate - reach, upper: estimate + reach, level },
  };
}

/** (Σλ)²/Σλ² of the variance as a quadratic form in independent errors, in closed form for a mean. */
function satterthwaite(sizes: Float64Array, total: number): number {
  const cross = (size: number) => size ** 2 / (1 - size / total);
  const offDiagonal = (sumOf(sizes, cross) ** 2 - sumOf(sizes, (size) => cross(size) ** 2)) / total ** 2;
  const diagonal = sumOf(sizes, (size) => size ** 2);
  return total ** 2 / (diagonal + offDiagonal);
}
