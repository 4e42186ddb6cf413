import type { ClusteredSample } from './clustered-sample.ts';
import { mean, quantileOfSorted, standardDeviation } from './descriptives.ts';
import { allMissing, type Figure, isMissing } from './figure.ts';
import type { Interval } from './outcome.ts';
import type { PatientDraws } from './patient-draws.ts';
import { redrawnSums } from './redrawn-sums.ts';

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
 * @param sums those of the draws, where they are known.
 */
export function patientBootstrap(
  sample: ClusteredSample,
  draws: PatientDraws,
  { totals, sizes } = redrawnSums(sample, draws),
): PatientBootstrap {
  const { patients, replicates } = draws;
  if (patients === 0) {
    return { patients, replicates, ...allMissing('no_observation', ['mean', 'standardError', 'interval']) };
  }
  const means = totals.map((total, replicate) => total / (sizes[replicate] ?? 0));
  return {
    patients,
    replicates,
    mean: mean(means),
    standardError: standardDeviation(means),
    interval: percentileInterval(means),
  };
}

const LEVEL = 0.95;

/** The middle part of the replicates. */
export function percentileInterval(replicates: ArrayLike<number>): Figure<Interval> {
  const tail = (1 - LEVEL) / 2;
  const sorted = new Float64Array(replicates).sort();
  const lower = quantileOfSorted(sorted, tail);
  const upper = quantileOfSorted(sorted, 1 - tail);
  if (isMissing(lower)) return lower;
  return isMissing(upper) ? upper : { lower, upper, level: LEVEL };
}
