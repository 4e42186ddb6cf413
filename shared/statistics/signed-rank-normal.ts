import { type Figure, missing } from './figure.ts';
import type { Alternative } from './outcome.ts';
import type { SignedRankSum } from './signed-rank-sum.ts';

/** What V is compared with in the normal approximation. */
export interface Standardisation {
  readonly alternative: Alternative;
  /** Half a unit towards the mean, R's `correct`. */
  readonly continuityCorrection: boolean;
}

/** Of the signed rank sum of n differences; `tieTerm` is Σ(t³ − t) over the groups of t equal ones. */
export const signedRankDeviation = (n: number, tieTerm: number): number =>
  Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24 - tieTerm / 48);

/**
 * The signed rank sum in standard units: mean n(n + 1)/4, variance n(n + 1)(2n + 1)/24 − Σ(t³ − t)/48.
 * None when the variance is zero, which is when no difference is left.
 */
export function standardisedSignedRank(sum: SignedRankSum, how: Standardisation): Figure<number, 'all_zero'> {
  const { statistic, n, tieTerm } = sum;
  const distance = statistic - (n * (n + 1)) / 4;
  const deviation = signedRankDeviation(n, tieTerm);
  if (deviation === 0) return missing('all_zero');
  return (distance - (how.continuityCorrection ? correction(distance, how.alternative) : 0)) / deviation;
}

function correction(distance: number, alternative: Alternative): number {
  if (alternative === 'two-sided') return Math.sign(distance) * 0.5;
  return alternative === 'greater' ? 0.5 : -0.5;
}
