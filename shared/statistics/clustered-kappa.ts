import { fewestPatients } from './clustered-sample.ts';
import { agreementWeight, type CohenKappa, cohenKappa, type KappaWeights } from './cohen-kappa.ts';
import { sum } from './descriptives.ts';
import { allMissing, type Figure, isMissing } from './figure.ts';
import type { Interval, Reason } from './outcome.ts';
import { studentTQuantile } from './student-t-distribution.ts';

/** One thing that two raters put into a category, 0 … categories − 1, and whose it is. */
export interface Rating {
  readonly first: number;
  readonly second: number;
  readonly patient: number;
}

export interface ClusteredKappa {
  readonly n: number;
  readonly patients: number;
  /** Weighted proportion of agreement. */
  readonly observed: Figure;
  readonly kappa: Figure;
  readonly standardError: Figure;
  readonly interval: Figure<Interval>;
  /** The same ratings, each as if of a patient of its own. */
  readonly plain: CohenKappa;
}

/** The raters' table: how many were put into each category (row) by the first and (column) by the second. */
export function ratingTable(ratings: readonly Rating[], categories: number): readonly (readonly number[])[] {
  const table = Array.from({ length: categories }, () => Array.from({ length: categories }, () => 0));
  for (const { first, second } of ratings) {
    const row = table[first];
    if (row !== undefined) row[second] = (row[second] ?? 0) + 1;
  }
  return table;
}

/**
 * Cohen's κ when several ratings belong to one patient: the estimate of `cohenKappa`, the error from each patient's
 * sum of the ratings' influence on κ, with the factor m/(m − 1), and t on m − 1 degrees of freedom
 * (Yang & Zhou 2014 Stat Med 33:2612; weighted: 2015 Comput Stat Data Anal 82:1). With one rating a patient it is
 * the error of Fleiss, Cohen & Everitt 1969 but for that factor. No interval below six patients.
 */
export function clusteredKappa(
  ratings: readonly Rating[],
  categories: number,
  weights: KappaWeights = 'unweighted',
  level = 0.95,
): ClusteredKappa {
  const n = ratings.length;
  const table = ratingTable(ratings, categories);
  const plain = cohenKappa(table, weights, level);
  const { observed, expected, kappa } = plain;
  const patients = new Set(ratings.map(({ patient }) => patient)).size;
  const found = { n, patients, observed, kappa, plain };
  const without = (reason: Reason) => ({ ...found, ...allMissing(reason, ['standardError', 'interval']) });
  if (isMissing(observed)) return without(observed.missing);
  if (isMissing(expected)) return without(expected.missing);
  if (isMissing(kappa)) return without(kappa.missing);
  if (patients < fewestPatients) return without('too_few_patients');

  const indices = Array.from(table.keys());
  const share = (counts: readonly number[]) => sum(counts) / n;
  const rows = table.map(share);
  const columns = indices.map((column) => share(table.map((row) => row[column] ?? 0)));
  const weight = (row: number, column: number) => agreementWeight(row - column, categories, weights);
  const rowMeans = indices.map((row) =>
    sum(indices.map((column) => (columns[column] ?? 0) * weight(row, column))),
  );
  const columnMeans = indices.map((column) =>
    sum(indices.map((row) => (rows[row] ?? 0) * weight(row, column))),
  );
  const influence = indices.map((row) =>
    indices.map(
      (column) =>
        (weight(row, column) -
          observed -
          (1 - kappa) * ((rowMeans[row] ?? 0) + (columnMeans[column] ?? 0) - 2 * expected)) /
        (1 - expected),
    ),
  );
  const ofPatients = new Map<number, number>();
  for (const { first, second, patient } of ratings) {
    ofPatients.set(patient, (ofPatients.get(patient) ?? 0) + (influence[first]?.[second] ?? 0));
  }
  const squares = sum(Array.from(ofPatients.values(), (total) => total ** 2));
  const standardError = Math.sqrt((patients / (patients - 1)) * squares) / n;
  if (observed === 1) return without('perfect_agreement');
  // Rounding alone keeps a sum of influences that cancel from being 0.
  if (standardError < 1e-12) return without('no_variation');
  const reach = studentTQuantile(1 - (1 - level) / 2, patients - 1) * standardError;
  return { ...found, standardError, interval: { lower: kappa - reach, upper: kappa + reach, level } };
}
