import { sum } from './descriptives.ts';
import { normalPValue } from './normal-distribution.ts';
import { normalQuantile } from './normal-quantile.ts';
import type { Interval, Outcome } from './outcome.ts';

/** How far a disagreement counts: not at all, or in proportion to its distance or the square of it. */
export type KappaWeights = 'unweighted' | 'linear' | 'quadratic';

export interface CohenKappa extends Outcome {
  readonly kappa: number | null;
  /** Weighted proportion of agreement, observed and by chance. */
  readonly observed: number | null;
  readonly expected: number | null;
  readonly standardError: number | null;
  /** Standard error when there is no agreement beyond chance; z and p use it, and are null where it is 0. */
  readonly nullStandardError: number | null;
  readonly z: number | null;
  readonly p: number | null;
  readonly log10P: number | null;
  readonly interval: Interval | null;
}

/**
 * Cohen's κ of two raters over k ordered categories, from their k × k table of counts (Cohen 1968 Psychol Bull
 * 70:213), with the large-sample errors of Fleiss, Cohen & Everitt 1969 (Psychol Bull 72:323).
 * R: `psych::cohen.kappa` for the unweighted κ; its weighted variance is another one.
 */
export function cohenKappa(
  table: readonly (readonly number[])[],
  weights: KappaWeights = 'unweighted',
  level = 0.95,
): CohenKappa {
  const categories = table.length;
  const n = sum(table.flat());
  const none = {
    kappa: null,
    observed: null,
    expected: null,
    standardError: null,
    nullStandardError: null,
    z: null,
    p: null,
    log10P: null,
    interval: null,
    warnings: [],
  };
  if (n === 0) return { ...none, reason: 'no_observation' };
  const weight = (row: number, column: number) => agreementWeight(row - column, categories, weights);
  const cell = (row: number, column: number) => (table[row]?.[column] ?? 0) / n;
  const indices = Array.from(table.keys());
  const over = (term: (row: number, column: number) => number) =>
    sum(indices.flatMap((row) => indices.map((column) => term(row, column))));
  const rows = indices.map((row) => sum(indices.map((column) => cell(row, column))));
  const columns = indices.map((column) => sum(indices.map((row) => cell(row, column))));
  const chance = (row: number, column: number) => (rows[row] ?? 0) * (columns[column] ?? 0);

  const observed = over((row, column) => weight(row, column) * cell(row, column));
  const expected = over((row, column) => weight(row, column) * chance(row, column));
  // Both raters put everything into one category: agreement beyond chance has no meaning.
  if (!(expected < 1)) return { ...none, observed, expected, reason: 'no_variation' };
  const kappa = (observed - expected) / (1 - expected);
  const rowMeans = indices.map((row) =>
    sum(indices.map((column) => (columns[column] ?? 0) * weight(row, column))),
  );
  const columnMeans = indices.map((column) =>
    sum(indices.map((row) => (rows[row] ?? 0) * weight(row, column))),
  );
  const marginal = (row: number, column: number) => (rowMeans[row] ?? 0) + (columnMeans[column] ?? 0);

  const spread = over(
    (row, column) => cell(row, column) * (weight(row, column) - marginal(row, column) * (1 - kappa)) ** 2,
  );
  const nullSpread = over(
    (row, column) => chance(row, column) * (weight(row, column) - marginal(row, column)) ** 2,
  );
  // A variance that rounding alone keeps from being 0 is 0.
  const error = (second: number, first: number) => {
    const variance = second - first ** 2;
    return variance <= 1e-14 * second ? 0 : Math.sqrt(variance / n) / (1 - expected);
  };
  const standardError = error(spread, kappa - expected * (1 - kappa));
  const nullStandardError = error(nullSpread, expected);
  const reach = normalQuantile(1 - (1 - level) / 2) * standardError;
  const z = nullStandardError === 0 ? null : kappa / nullStandardError;
  return {
    ...none,
    kappa,
    observed,
    expected,
    standardError,
    nullStandardError,
    z,
    ...(z !== null && normalPValue(z)),
    // Of no width only where the raters agree throughout; else the error cannot be estimated.
    interval: reach > 0 || kappa === 1 ? { lower: kappa - reach, upper: kappa + reach, level } : null,
    reason: z === null || (reach === 0 && kappa < 1) ? 'no_variation' : null,
  };
}

/** How far two categories agree: 1 for the same one, 0 for the two ends (or, unweighted, for any two others). */
export function agreementWeight(distance: number, categories: number, weights: KappaWeights): number {
  if (weights === 'unweighted' || categories < 2) return distance === 0 ? 1 : 0;
  const share = Math.abs(distance) / (categories - 1);
  return 1 - (weights === 'linear' ? share : share ** 2);
}
