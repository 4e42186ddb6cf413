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
export const clusteredMcNemarTest = (
  onlyFirst: ArrayLike<number>,
  onlySecond: ArrayLike<number>,
  fewest = fewestPatients,
): McNemarTest =>
  testOfGains(onlyFirst, onlySecond, fewest, (gained) => {
    const patients = gained.length;
    return (((patients - 1) / patients) * sum(gained) ** 2) / sum(gained.map((value) => value ** 2));
  });

/**
 * A test of how many more of each patient's lesions the first sequence shows, bᵢ − cᵢ.
 *
 * @param statisticOf χ² of these gains, some of which are not 0.
 */
export function testOfGains(
  onlyFirst: ArrayLike<number>,
  onlySecond: ArrayLike<number>,
  fewest: number,
  statisticOf: (gained: Float64Array) => number,
): McNemarTest {
  const patients = onlyFirst.length;
  const gained = new Float64Array(onlyFirst).map((count, patient) => count - (onlySecond[patient] ?? 0));
  const noTest = (reason: Reason) => ({ patients, ...allMissing(reason, ['statistic', 'pValue']) });
  // Lesions that only one shows there may be all the same: sums cannot show which.
  if (gained.every((value) => value === 0)) return noTest('sums_all_zero');
  if (patients < Math.max(2, fewest)) return noTest('too_few_patients');
  const statistic = statisticOf(gained);
  return { patients, statistic, pValue: chiSquaredPValue(statistic, 1) };
}
