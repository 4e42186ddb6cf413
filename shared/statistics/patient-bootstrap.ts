import { type ClusteredSample, clusterSizes, clusterSums } from './clustered-sample.ts';
import { mean, quantileOfSorted, standardDeviation } from './descriptives.ts';
import { allMissing, type Figure, isMissing } from './figure.ts';
import type { Interval } from './outcome.ts';
import type { PatientDraws } from './patient-draws.ts';

export interface PatientBootstrap {
  readonly patients: number;
  readonly replicates: number;
  readonly mean: Figure;
  readonly standardError: Figure;
  readonly interval: Figure<Interval>;
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
  if (patients === 0) {
    return { patients, replicates, ...allMissing('no_observation', ['mean', 'standardError', 'interval']) };
  }
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
  };
}

/** The middle part of the replicates. */
export function percentileInterval(replicates: ArrayLike<number>, level: number): Figure<Interval> {
  const tail = (1 - level) / 2;
  const sorted = new Float64Array(replicates).sort();
  const lower = quantileOfSorted(sorted, tail);
  const upper = quantileOfSorted(sorted, 1 - tail);
  if (isMissing(lower)) return lower;
  return isMissing(upper) ? upper : { lower, upper, level };
}
