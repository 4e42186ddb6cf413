import { chiSquaredPValue } from './chi-squared-distribution.ts';
import { fewestPatients } from './clustered-sample.ts';
import { sum } from './descriptives.ts';
import { allMissing, type Figure } from './figure.ts';
import type { PValue, Reason } from './outcome.ts';

export interface McNemarTest {
  readonly patients: number;
  /** χ² with one degree of freedom. */
  readonly statistic: Figure;
  readonly pValue: Figure<PValue>;
}

/**
 * McNemar's test of lesions seen by one sequence only, clustered by patient:
 * χ² = (m − 1)/m (Σ(bᵢ − cᵢ))²/Σ(bᵢ − cᵢ)² (Obuchowski 1998 Stat Med 17:1495).
 * R: `clust.bin.pair::clust.bin.pair(method = "obuchowski")`.
 *
 * @param onlyFirst lesions of each patient that only the first sequence shows.
 * @param fewest below this number of patients χ² is not given.
 */
export function clusteredMcNemarTest(
  onlyFirst: ArrayLike<number>,
  onlySecond: ArrayLike<number>,
  fewest = fewestPatients,
): McNemarTest {
  const patients = onlyFirst.length;
  const gained = Float64Array.from(onlyFirst, (count, patient) => count - (onlySecond[patient] ?? 0));
  const squares = sum(gained.map((value) => value * value));
  const noTest = (reason: Reason) => ({ patients, ...allMissing(reason, ['statistic', 'pValue']) });
  // Lesions that only one shows there may be all the same: sums cannot show which.
  if (squares === 0) return noTest('sums_all_zero');
  if (patients < Math.max(2, fewest)) return noTest('too_few_patients');
  const statistic = (((patients - 1) / patients) * sum(gained) ** 2) / squares;
  return { patients, statistic, pValue: chiSquaredPValue(statistic, 1) };
}
