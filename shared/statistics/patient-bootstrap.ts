import { type ClusteredSample, clusterSizes, clusterSums } from './clustered-sample.ts';
import { mean, quantiles, standardDeviation } from './descriptives.ts';
import type { Interval, Outcome } from './outcome.ts';
import type { PatientDraws } from './patient-draws.ts';

export interface PatientBootstrap extends Outcome {
  readonly patients: number;
  readonly replicates: number;
  readonly mean: number | null;
  readonly standardError: number | null;
  readonly interval: Interval | null;
}

/**
 * Percentile bootstrap of the mean by whole patients: each replicate is the sum of the patients drawn over their
 * number of values (Field & Welsh 2007 JRSS-B 69:369; Efron 1979 Ann Stat 7:1).
 *
 * @param draws of as many patients as the sample has.
 */
export function patientBootstrap(
  sample: ClusteredSample,
  draws: PatientDraws,
  level = 0.95,
): PatientBootstrap {
  const { patients, replicates, timesDrawn } = draws;
  const none = { patients, replicates, mean: null, standardError: null, interval: null, warnings: [] };
  if (patients === 0) return { ...none, reason: 'no_observation' };
  const sums = clusterSums(sample);
  const sizes = clusterSizes(sample);
  const means = new Float64Array(replicates);
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    const times = timesDrawn(replicate);
    let total = 0;
    let size = 0;
    for (let patient = 0; patient < patients; patient += 1) {
      const drawn = times[patient] ?? 0;
      total += drawn * (sums[patient] ?? 0);
      size += drawn * (sizes[patient] ?? 0);
    }
    means[replicate] = total / size;
  }
  return {
    patients,
    replicates,
    mean: mean(means),
    standardError: standardDeviation(means),
    interval: percentileInterval(means, level),
    reason: null,
    warnings: [],
  };
}

/** The middle part of the replicates; `null` of none. */
export function percentileInterval(replicates: ArrayLike<number>, level: number): Interval | null {
  const tail = (1 - level) / 2;
  const [lower, upper] = quantiles(replicates, [tail, 1 - tail]);
  return typeof lower === 'number' && typeof upper === 'number' ? { lower, upper, level } : null;
}
