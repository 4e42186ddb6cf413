import { fewestPatients } from './clustered-sample.ts';
import { sum } from './descriptives.ts';
import { allMissing, type Figure, missing } from './figure.ts';
import type { Interval, Reason } from './outcome.ts';
import { wilsonInterval } from './proportion.ts';
import { studentTQuantile } from './student-t-distribution.ts';

export interface ClusteredProportion {
  readonly patients: number;
  readonly estimate: Figure;
  readonly standardError: Figure;
  /** Variance relative to independent lesions, and the number of independent lesions worth as much. */
  readonly designEffect: Figure;
  readonly effectiveSize: Figure;
  /** Wilson's, on the effective size; missing below six patients. */
  readonly interval: Figure<Interval>;
}

/**
 * Proportion of lesions seen, Σxᵢ/Σnᵢ, with its variance between patients m/(m − 1) Σ(xᵢ − p nᵢ)²/(Σn)² and Wilson's
 * interval on the effective size N/deff (Rao & Scott 1992 Biometrics 48:577).
 *
 * @param seen lesions of each patient seen on the sequence.
 * @param present lesions of each patient.
 * @param fewest below this number of patients the variance between them says too little for an interval.
 */
export function clusteredProportion(
  seen: ArrayLike<number>,
  present: ArrayLike<number>,
  fewest = fewestPatients,
  level = 0.95,
): ClusteredProportion {
  const patients = present.length;
  const total = sum(present);
  const none = (reason: Reason) => ({
    patients,
    ...allMissing(reason, ['estimate', 'standardError', 'designEffect', 'effectiveSize', 'interval']),
  });
  if (total === 0) return none('no_observation');
  const estimate = sum(seen) / total;
  if (patients < 2) return { ...none('too_few_patients'), estimate };
  const standardError = ratioStandardError(seen, present, estimate, total);
  const designEffect = standardError ** 2 / ((estimate * (1 - estimate)) / total);
  // All or none seen, or the same share in every patient: no design effect can be estimated.
  if (!(designEffect > 0 && Number.isFinite(designEffect))) {
    return { ...none('no_variation'), estimate, standardError };
  }
  const effectiveSize = total / designEffect;
  const interval =
    patients < fewest ? missing('too_few_patients') : wilsonInterval(estimate, effectiveSize, level);
  return { patients, estimate, standardError, designEffect, effectiveSize, interval };
}

export interface ClusteredDifference {
  readonly patients: number;
  readonly estimate: Figure;
  readonly standardError: Figure;
  /** t interval on m − 1 degrees of freedom. */
  readonly interval: Figure<Interval>;
}

/** Difference of the proportions of the same lesions seen on two sequences, by the same variance between patients. */
export function clusteredDifference(
  seenFirst: ArrayLike<number>,
  seenSecond: ArrayLike<number>,
  present: ArrayLike<number>,
  level = 0.95,
): ClusteredDifference {
  const patients = present.length;
  const total = sum(present);
  const none = (reason: Reason) => ({
    patients,
    ...allMissing(reason, ['estimate', 'standardError', 'interval']),
  });
  if (total === 0) return none('no_observation');
  const gained = Float64Array.from(seenFirst, (count, patient) => count - (seenSecond[patient] ?? 0));
  const estimate = sum(gained) / total;
  if (patients < 2) return { ...none('too_few_patients'), estimate };
  const standardError = ratioStandardError(gained, present, estimate, total);
  if (standardError === 0) return { ...none('no_variation'), estimate, standardError };
  const reach = studentTQuantile(1 - (1 - level) / 2, patients - 1) * standardError;
  return {
    patients,
    estimate,
    standardError,
    interval: { lower: estimate - reach, upper: estimate + reach, level },
  };
}

function ratioStandardError(
  numerators: ArrayLike<number>,
  denominators: ArrayLike<number>,
  ratio: number,
  total: number,
): number {
  const patients = denominators.length;
  const squares = Float64Array.from(
    numerators,
    (count, patient) => (count - ratio * (denominators[patient] ?? 0)) ** 2,
  );
  return Math.sqrt(((patients / (patients - 1)) * sum(squares)) / total ** 2);
}
