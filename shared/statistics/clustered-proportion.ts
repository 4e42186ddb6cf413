import { fewestPatients } from './clustered-sample.ts';
import { sum } from './descriptives.ts';
import { allMissing, type Figure, isMissing, missing } from './figure.ts';
import type { Interval, Reason } from './outcome.ts';
import { wilsonInterval } from './proportion.ts';
import { studentTQuantile } from './student-t-distribution.ts';

export interface ClusteredProportion {
  readonly patients: number;
  readonly estimate: Figure;
  readonly standardError: Figure;
  /** Variance relative to independent lesions, and the number of independent lesions worth as much: at most all. */
  readonly designEffect: Figure;
  readonly effectiveSize: Figure;
  /** Wilson's, on the effective size; of all or none seen the exact one-sided one. Missing below six patients. */
  readonly interval: Figure<Interval>;
  readonly oneSided: boolean;
}

/**
 * Proportion of lesions seen, Σxᵢ/Σnᵢ, with its variance between patients m/(m − 1) Σ(xᵢ − p nᵢ)²/(Σn)² and Wilson's
 * interval on the effective size N/deff, where a deff below 1 counts as 1 (Rao & Scott 1992 Biometrics 48:577).
 *
 * Where all lesions are seen, or none, the data say nothing of deff. It is taken at its largest, that of patients of
 * whom all lesions are alike, so that the effective size is N²/Σnᵢ², and the limit is the exact one-sided one, α^(1/n)
 * or 1 − α^(1/n) (Clopper & Pearson 1934). R, one lesion a patient: `binom.test(m, m, alternative = "greater")`.
 *
 * @param seen lesions of each patient seen on the sequence.
 * @param present lesions of each patient, none below those seen.
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
    oneSided: false,
  });
  if (total === 0) return none('no_observation');
  const estimate = sum(seen) / total;
  if (patients < 2) return { ...none('too_few_patients'), estimate };
  const standardError = ratioStandardError(seen, present, estimate, total);
  const oneSided = estimate === 0 || estimate === 1;
  const designEffect = oneSided
    ? missing('no_variation')
    : standardError ** 2 / ((estimate * (1 - estimate)) / total);
  const effectiveSize = isMissing(designEffect)
    ? total ** 2 / sum(new Float64Array(present).map((count) => count ** 2))
    : total / Math.max(1, designEffect);
  const found = { patients, estimate, standardError, designEffect, effectiveSize, oneSided };
  if (patients < fewest) return { ...found, interval: missing('too_few_patients') };
  const limit = (1 - level) ** (1 / effectiveSize);
  return {
    ...found,
    interval: oneSided
      ? { lower: estimate === 1 ? limit : 0, upper: estimate === 1 ? 1 : 1 - limit, level }
      : wilsonInterval(estimate, effectiveSize, level),
  };
}

export interface ClusteredDifference {
  readonly patients: number;
  readonly estimate: Figure;
  readonly standardError: Figure;
  /** t interval on m − 1 degrees of freedom; missing below six patients, as that of a proportion. */
  readonly interval: Figure<Interval>;
}

/** Difference of the proportions of the same lesions seen on two sequences, by the same variance between patients; limits within ±1. */
export function clusteredDifference(
  seenFirst: ArrayLike<number>,
  seenSecond: ArrayLike<number>,
  present: ArrayLike<number>,
  fewest = fewestPatients,
  level = 0.95,
): ClusteredDifference {
  const patients = present.length;
  const total = sum(present);
  const none = (reason: Reason) => ({
    patients,
    ...allMissing(reason, ['estimate', 'standardError', 'interval']),
  });
  if (total === 0) return none('no_observation');
  const gained = new Float64Array(seenFirst).map((count, patient) => count - (seenSecond[patient] ?? 0));
  const estimate = sum(gained) / total;
  if (patients < 2) return { ...none('too_few_patients'), estimate };
  const standardError = ratioStandardError(gained, present, estimate, total);
  // Rounding alone keeps 1 − (1/49) · 49 from being 0.
  if (standardError <= 10 * Number.EPSILON * Math.abs(estimate))
    return { ...none('no_variation'), estimate, standardError: 0 };
  if (patients < fewest) return { ...none('too_few_patients'), estimate, standardError };
  const reach = studentTQuantile(1 - (1 - level) / 2, patients - 1) * standardError;
  return {
    patients,
    estimate,
    standardError,
    interval: { lower: Math.max(-1, estimate - reach), upper: Math.min(1, estimate + reach), level },
  };
}

function ratioStandardError(
  numerators: ArrayLike<number>,
  denominators: ArrayLike<number>,
  ratio: number,
  total: number,
): number {
  const patients = denominators.length;
  const squares = new Float64Array(numerators.length);
  for (let patient = 0; patient < squares.length; patient += 1) {
    squares[patient] = ((numerators[patient] ?? 0) - ratio * (denominators[patient] ?? 0)) ** 2;
  }
  return Math.sqrt(((patients / (patients - 1)) * sum(squares)) / total ** 2);
}
