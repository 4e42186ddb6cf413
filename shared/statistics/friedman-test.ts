import { chiSquaredPValue } from './chi-squared-distribution.ts';
import { allMissing, type Figure } from './figure.ts';
import type { PValue, Reason } from './outcome.ts';
import { isComplete, type Sample } from './sample.ts';

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
export function friedmanTest(columns: readonly Sample[]): FriedmanTest {
  const rows = columns[0]?.length ?? 0;
  const degreesOfFreedom = rows === 0 ? 0 : columns.length - 1;
  const rankSums = new Float64Array(columns.length);
  // The values of one row, written over for the next.
  const values = new Float64Array(columns.length);
  let n = 0;
  let tieTerm = 0;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < values.length; column += 1) {
      values[column] = columns[column]?.[row] ?? Number.NaN;
    }
    if (!isComplete(values)) continue;
    n += 1;
    tieTerm += addMidranks(values, rankSums);
  }
  const expected = (n * (columns.length + 1)) / 2;
  const spread = rankSums.reduce((sum, rankSum) => sum + (rankSum - expected) ** 2, 0);
  const scale = n * columns.length * (columns.length + 1) - tieTerm / degreesOfFreedom;
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

/** Adds the midranks of a few values to sums; gives Σ (t³ − t) over the groups of t equal ones, t² − 1 for each value. */
function addMidranks(values: Float64Array, sums: Float64Array): number {
  let tieTerm = 0;
  for (let place = 0; place < values.length; place += 1) {
    const value = values[place] ?? 0;
    let below = 0;
    let equal = 0;
    for (let other = 0; other < values.length; other += 1) {
      if ((values[other] ?? 0) < value) below += 1;
      else if (values[other] === value) equal += 1;
    }
    sums[place] = (sums[place] ?? 0) + below + (equal + 1) / 2;
    tieTerm += equal ** 2 - 1;
  }
  return tieTerm;
}
