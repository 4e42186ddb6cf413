import { chiSquaredPValue } from './chi-squared-distribution.ts';
import { allMissing, type Figure } from './figure.ts';
import type { PValue, Reason } from './outcome.ts';
import { midranks } from './ranks.ts';

export interface FriedmanTest {
  /** Complete rows. */
  readonly n: number;
  readonly statistic: Figure;
  readonly degreesOfFreedom: number;
  readonly pValue: Figure<PValue>;
  /** Kendall's W, from 0 (no agreement of the rows) to 1. */
  readonly kendallW: Figure;
}

/**
 * Friedman's rank test that k columns measured on the same rows share one law, with the correction for ties, and
 * Kendall's W = χ²/(n(k − 1)) (Friedman 1937 JASA 32:675; Kendall & Babington Smith 1939 Ann Math Stat 10:275).
 * R: `friedman.test(matrix)`, which stops at a single row. Rows with a missing value are left out.
 */
export function friedmanTest(rows: readonly (readonly (number | null)[])[]): FriedmanTest {
  const complete = rows.filter((row): row is readonly number[] => row.every((value) => value !== null));
  const n = complete.length;
  const columns = rows[0]?.length ?? 0;
  const degreesOfFreedom = Math.max(columns - 1, 0);
  const rankSums = new Float64Array(columns);
  let tieTerm = 0;
  for (const row of complete) {
    const ranking = midranks(row);
    tieTerm += ranking.tieTerm;
    for (const [column, rank] of ranking.ranks.entries()) rankSums[column] = (rankSums[column] ?? 0) + rank;
  }
  const expected = (n * (columns + 1)) / 2;
  const spread = rankSums.reduce((sum, rankSum) => sum + (rankSum - expected) ** 2, 0);
  const scale = n * columns * (columns + 1) - tieTerm / degreesOfFreedom;
  const noTest = (reason: Reason) => ({
    n,
    degreesOfFreedom,
    ...allMissing(reason, ['statistic', 'pValue', 'kendallW']),
  });
  if (n === 0 || degreesOfFreedom === 0) return noTest('no_observation');
  if (n === 1) return noTest('too_few_observations');
  // Every row tied throughout: 0/0 in R.
  if (!(scale > 0)) return noTest('no_variation');
  const statistic = (12 * spread) / scale;
  return {
    n,
    degreesOfFreedom,
    statistic,
    pValue: chiSquaredPValue(statistic, degreesOfFreedom),
    kendallW: statistic / (n * degreesOfFreedom),
  };
}
