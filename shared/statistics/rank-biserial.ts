import { type Figure, isMissing, missing } from './figure.ts';
import type { SignedRankTest } from './signed-rank-test.ts';

/**
 * Matched-pairs rank-biserial correlation (2V − M)/M with M = n(n + 1)/2, from −1 (every difference negative) to 1
 * (Kerby 2014 Compr Psychol 3:1).
 */
export function rankBiserial({ statistic, used }: Pick<SignedRankTest, 'statistic' | 'used'>): Figure {
  if (isMissing(statistic)) return statistic;
  if (isMissing(used)) return used;
  return used === 0 ? missing('all_zero') : rankBiserialOfSum(statistic, used);
}

/** The same, of V over a number of differences; NaN of none. */
export function rankBiserialOfSum(statistic: number, used: number): number {
  const total = (used * (used + 1)) / 2;
  return (2 * statistic - total) / total;
}
