import { sum } from './descriptives.ts';
import { allMissing, type Figure, missing } from './figure.ts';
import { normalPValue } from './normal-distribution.ts';
import { normalQuantile } from './normal-quantile.ts';
import type { Interval, PValue } from './outcome.ts';

/** How far a disagreement counts: not at all, or in proportion to its distance or the square of it. */
export type KappaWeights = 'unweighted' | 'linear' | 'quadratic';

export interface CohenKappa {
  readonly kappa: Figure;
  /** Weighted proportion of agreement, observed and by chance. */
  readonly observed: Figure;
  readonly expected: Figure;
  readonly standardError: Figure;
  /** Standard error when there is no agreement beyond chance; z and p use it, and are missing where it is 0. */
  readonly nullStandardError: Figure;
  readonly z: Figure;
  readonly pValue: Figure<PValue>;
  readonly interval: Figure<Interval>;
}

const TEST = ['z', 'pValue'] as const;
const OF_KAPPA = ['kappa', 'standardError', 'nullStandardError', ...TEST, 'interval'] as const;

/**
 * Cohen's κ of two raters over k ordered categories, from their k × k table of counts (Cohen 1968 Psychol Bull
 * 70:213), with the large-sample errors of Fleiss, Cohen & Everitt 1969 (Psychol Bull 72:323).
 * R: `psych::cohen.kappa` for the unweighted κ; its weighted variance is another one, and its limits are
 * not cut at ±1.
 */
export function cohenKappa(
  table: readonly (readonly number[])[],
  weights: KappaWeights = 'unweighted',
  level = 0.95,
): CohenKappa {
  const { n, agree, observed, expected, weight, share, chance, marginal, over } = kappaParts(table, weights);
  if (n === 0) return allMissing('no_observation', [...OF_KAPPA, 'observed', 'expected']);
  // Both raters put everything into one category: agreement beyond chance has no meaning.
  if (!(expected < 1)) return { observed, expected, ...allMissing('no_variation', OF_KAPPA) };
  const kappa = agree ? 1 : (observed - expected) / (1 - expected);

  const spread = over(
    (row, column) => share(row, column) * (weight(row, column) - marginal(row, column) * (1 - kappa)) ** 2,
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
  const z = kappa / nullStandardError;
  return {
    kappa,
    observed,
    expected,
    standardError,
    nullStandardError,
    ...(nullStandardError === 0 ? allMissing('no_variation', TEST) : { z, pValue: normalPValue(z) }),
    // Of no width only where the raters agree throughout; else the error cannot be estimated.
    interval: reach > 0 || kappa === 1 ? kappaInterval(kappa, reach, level) : missing('no_variation'),
  };
}

/** Limits of a κ, which is never beyond ±1. */
export const kappaInterval = (kappa: number, reach: number, level: number): Interval => ({
  lower: Math.max(-1, kappa - reach),
  upper: Math.min(1, kappa + reach),
  level,
});

/** What Cohen's κ of a k × k table of counts and its errors are made of. A row is the first rater's category. */
export interface KappaParts {
  readonly n: number;
  /** Both raters put everything into the same categories. */
  readonly agree: boolean;
  /** Weighted proportion of agreement, observed and by chance. */
  readonly observed: number;
  readonly expected: number;
  readonly weight: (row: number, column: number) => number;
  /** Share of a cell, and what it would be by chance. */
  readonly share: (row: number, column: number) => number;
  readonly chance: (row: number, column: number) => number;
  /** Mean weight of a row plus that of a column: w̄ᵢ. + w̄.ⱼ of Fleiss, Cohen & Everitt. */
  readonly marginal: (row: number, column: number) => number;
  /** Sum over all cells. */
  readonly over: (term: (row: number, column: number) => number) => number;
}

export function kappaParts(table: readonly (readonly number[])[], weights: KappaWeights): KappaParts {
  const n = sum(table.flat());
  const indices = Array.from(table.keys());
  const weight = (row: number, column: number) => agreementWeight(row - column, table.length, weights);
  const share = (row: number, column: number) => (table[row]?.[column] ?? 0) / n;
  const over = (term: (row: number, column: number) => number) =>
    sum(indices.flatMap((row) => indices.map((column) => term(row, column))));
  const rows = indices.map((row) => sum(indices.map((column) => share(row, column))));
  const columns = indices.map((column) => sum(indices.map((row) => share(row, column))));
  const chance = (row: number, column: number) => (rows[row] ?? 0) * (columns[column] ?? 0);
  const rowMeans = indices.map((row) =>
    sum(indices.map((column) => (columns[column] ?? 0) * weight(row, column))),
  );
  const columnMeans = indices.map((column) =>
    sum(indices.map((row) => (rows[row] ?? 0) * weight(row, column))),
  );
  // Shares of a table such as 2, 8, 1, 13 of 24 do not add up to 1 in doubles: the counts say who agrees throughout.
  const agree = indices.every((row) => indices.every((column) => row === column || share(row, column) === 0));
  return {
    n,
    agree,
    observed: agree ? 1 : over((row, column) => weight(row, column) * share(row, column)),
    expected: over((row, column) => weight(row, column) * chance(row, column)),
    weight,
    share,
    chance,
    marginal: (row, column) => (rowMeans[row] ?? 0) + (columnMeans[column] ?? 0),
    over,
  };
}

/** How far two categories agree: 1 for the same one, 0 for the two ends (or, unweighted, for any two others). */
export function agreementWeight(distance: number, categories: number, weights: KappaWeights): number {
  if (weights === 'unweighted' || categories < 2) return distance === 0 ? 1 : 0;
  const share = Math.abs(distance) / (categories - 1);
  return 1 - (weights === 'linear' ? share : share ** 2);
}
