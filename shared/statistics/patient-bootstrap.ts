import { type ClusteredSample, clusterSizes, clusterSums } from './clustered-sample.ts';
import { mean, quantile, standardDeviation } from './descriptives.ts';
import { lehmerGenerator } from './lehmer-generator.ts';
import type { Interval, Outcome } from './outcome.ts';

export interface PatientBootstrap extends Outcome {
  readonly patients: number;
  readonly replicates: number;
  readonly mean: number | null;
  readonly standardError: number | null;
  readonly interval: Interval | null;
}

/**
 * Percentile bootstrap of the mean by whole patients: each replicate draws as many patients as there are, with
 * replacement, and takes their sum over their number of values (Field & Welsh 2007 JRSS-B 69:369; Efron 1979 Ann Stat
 * 7:1). The draws follow from the seed, so the same data give the same limits everywhere.
 */
export function patientBootstrap(
  sample: ClusteredSample,
  seed: number,
  replicates = 2000,
  level = 0.95,
): PatientBootstrap {
  const patients = sample.patientCount;
  const none = { patients, replicates, mean: null, standardError: null, interval: null, warnings: [] };
  if (patients === 0) return { ...none, reason: 'no_observation' };
  const sums = clusterSums(sample);
  const sizes = clusterSizes(sample);
  const next = lehmerGenerator(seed);
  const means = Float64Array.from({ length: replicates }, () => {
    let total = 0;
    let size = 0;
    for (let draw = 0; draw < patients; draw += 1) {
      const patient = Math.floor(next() * patients);
      total += sums[patient] ?? 0;
      size += sizes[patient] ?? 0;
    }
    return total / size;
  });
  const tail = (1 - level) / 2;
  const lower = quantile(means, tail);
  const upper = quantile(means, 1 - tail);
  return {
    patients,
    replicates,
    mean: mean(means),
    standardError: standardDeviation(means),
    interval: lower === null || upper === null ? null : { lower, upper, level },
    reason: null,
    warnings: [],
  };
}
