import { clusteredSample, clusterSums, fewestPatients } from './clustered-sample.ts';
import { type CohenKappa, cohenKappa, type KappaWeights, kappaInterval, kappaParts } from './cohen-kappa.ts';
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

/** Several of them as columns, all of one length. */
export interface Ratings {
  readonly first: Uint8Array;
  readonly second: Uint8Array;
  readonly patients: Uint32Array;
}

export const ratingsOf = (ratings: readonly Rating[]): Ratings => ({
  first: Uint8Array.from(ratings, ({ first }) => first),
  second: Uint8Array.from(ratings, ({ second }) => second),
  patients: Uint32Array.from(ratings, ({ patient }) => patient),
});

export interface ClusteredKappa {
  readonly n: number;
  readonly patients: number;
  /** Weighted proportion of agreement. */
  readonly observed: Figure;
  readonly kappa: Figure;
  readonly standardError: Figure;
  readonly interval: Figure<Interval>;
  /** The same ratings, each as if of a patient of its own; given where the limits between patients are. */
  readonly plain: Pick<CohenKappa, 'interval' | 'pValue'>;
}

/** The raters' table: how many were put into each category (row) by the first and (column) by the second. */
export function ratingTable({ first, second }: Ratings, categories: number): readonly (readonly number[])[] {
  const table = Array.from({ length: categories }, () => Array.from({ length: categories }, () => 0));
  for (let rating = 0; rating < first.length; rating += 1) {
    const row = table[first[rating] ?? 0];
    const column = second[rating] ?? 0;
    if (row !== undefined) row[column] = (row[column] ?? 0) + 1;
  }
  return table;
}

/**
 * Cohen's κ when several ratings belong to one patient: the estimate of `cohenKappa`, the error from each patient's
 * sum of the ratings' influence on κ, with the factor m/(m − 1), and t on m − 1 degrees of freedom
 * (Yang & Zhou 2014 Stat Med 33:2612; weighted: 2015 Comput Stat Data Anal 82:1). With one rating a patient it is
 * the error of Fleiss, Cohen & Everitt 1969 but for that factor. No interval below six patients: with so few, limits as if
 * every rating were of another patient mislead the more, and are not given either.
 */
export function clusteredKappa(
  ratings: Ratings,
  categories: number,
  weights: KappaWeights = 'unweighted',
  level = 0.95,
): ClusteredKappa {
  const n = ratings.patients.length;
  const table = ratingTable(ratings, categories);
  const plain = cohenKappa(table, weights, level);
  const { observed, expected, kappa } = plain;
  const influences = new Float64Array(n);
  const sample = clusteredSample(influences, ratings.patients);
  const patients = sample.patientCount;
  const found = { n, patients, observed, kappa };
  const without = (reason: Reason) => ({
    ...found,
    plain: allMissing(reason, ['interval', 'pValue']),
    ...allMissing(reason, ['standardError', 'interval']),
  });
  if (isMissing(observed)) return without(observed.missing);
  if (isMissing(expected)) return without(expected.missing);
  if (isMissing(kappa)) return without(kappa.missing);
  if (patients < fewestPatients) return without('too_few_patients');

  const { weight, marginal } = kappaParts(table, weights);
  const influence = (row: number, column: number) =>
    (weight(row, column) - observed - (1 - kappa) * (marginal(row, column) - 2 * expected)) / (1 - expected);
  const ofCells = table.map((counts, row) => counts.map((_, column) => influence(row, column)));
  for (let rating = 0; rating < n; rating += 1) {
    influences[rating] = ofCells[ratings.first[rating] ?? 0]?.[ratings.second[rating] ?? 0] ?? 0;
  }
  const squares = sum(clusterSums(sample, influences).map((total) => total ** 2));
  const standardError = Math.sqrt((patients / (patients - 1)) * squares) / n;
  if (observed === 1) return without('perfect_agreement');
  // Rounding alone keeps a sum of influences that cancel from being 0.
  if (standardError < 1e-12) return without('no_variation');
  const reach = studentTQuantile(1 - (1 - level) / 2, patients - 1) * standardError;
  return { ...found, plain, standardError, interval: kappaInterval(kappa, reach, level) };
}
