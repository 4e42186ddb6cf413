import { median } from './descriptives.ts';
import { normalQuantile } from './normal-quantile.ts';
import type { Interval } from './outcome.ts';
import { brentRoot } from './root-finding.ts';
import { type Standardisation, standardisedSignedRank } from './signed-rank-normal.ts';
import { signedRankSum } from './signed-rank-sum.ts';

export interface LocationSearch extends Standardisation {
  readonly level: number;
  /** Tolerance of the root search; R's `tol.root`, 1e-4. */
  readonly rootTolerance: number;
  readonly rankDigits: number;
}

/** Pseudomedian and interval of the normal approximation; `constant` when every value is the same or one is infinite. */
export type ApproximateLocation =
  | {
      readonly outcome: 'found';
      readonly estimate: number;
      readonly interval: Interval;
      readonly achievable: boolean;
    }
  | { readonly outcome: 'constant'; readonly midrange: number | null; readonly warns: boolean }
  | { readonly outcome: 'not_bracketed' };

/**
 * R's interval of the non-exact branch: the centres d at which the standardised signed rank sum of x − d meets the
 * normal quantiles, and, without continuity correction, zero. The level is lowered (α doubled) until the data bracket
 * both limits. The sum is a step function of d, so R's figures follow from its root search and its tolerance.
 *
 * @param sorted the differences that are not zero, ascending, at least one.
 */
export function approximateSignedRankLocation(
  sorted: Float64Array,
  search: LocationSearch,
): ApproximateLocation {
  const minimum = sorted[0] ?? Number.NaN;
  const maximum = sorted.at(-1) ?? Number.NaN;
  const at = (centre: number, continuityCorrection: boolean): number | null =>
    Number.isFinite(centre)
      ? standardisedSignedRank(signedRankSum(sorted, centre, search.rankDigits), {
          ...search,
          continuityCorrection,
        })
      : null;
  const { continuityCorrection, alternative } = search;
  const atMinimum = at(minimum, continuityCorrection);
  const atMaximum = at(maximum, continuityCorrection);
  if (atMinimum === null || atMaximum === null) {
    const midrange = (minimum + maximum) / 2;
    return {
      outcome: 'constant',
      midrange: Number.isNaN(midrange) ? null : midrange,
      warns: Number.isFinite(midrange),
    };
  }

  const root = (quantile: number, corrected: boolean): number | null => {
    const step = (centre: number) => (at(centre, corrected) ?? Number.NaN) - quantile;
    const point = (x: number) => ({ x, y: step(x) });
    return brentRoot(step, point(minimum), point(maximum), search.rootTolerance);
  };
  const alpha = bracketedAlpha(1 - search.level, alternative, atMinimum, atMaximum);
  const tail = alternative === 'two-sided' ? alpha / 2 : alpha;
  const limit = (quantile: number) => (alpha < 1 ? root(quantile, continuityCorrection) : median(sorted));
  const lower = alternative === 'less' ? Number.NEGATIVE_INFINITY : limit(-normalQuantile(tail));
  const upper = alternative === 'greater' ? Number.POSITIVE_INFINITY : limit(normalQuantile(tail));
  const estimate = root(0, false);
  if (lower === null || upper === null || estimate === null) return { outcome: 'not_bracketed' };
  const achievable = alpha < 1 && 1 - search.level >= alpha * 0.75;
  const level = achievable ? search.level : 1 - Math.min(1, alpha);
  return { outcome: 'found', estimate, interval: { lower, upper, level }, achievable };
}

/** Doubles α until the statistic at the extremes of the data lies beyond the quantiles of the limits sought. */
function bracketedAlpha(
  requested: number,
  alternative: Standardisation['alternative'],
  atMinimum: number,
  atMaximum: number,
): number {
  let alpha = requested;
  for (;;) {
    // R tests "less" against α/2, not α: kept, because its published intervals depend on it.
    const quantile = normalQuantile(alternative === 'greater' ? alpha : alpha / 2);
    const lowerMissed = alternative !== 'less' && atMinimum < -quantile;
    const upperMissed = alternative !== 'greater' && atMaximum > quantile;
    if (!lowerMissed && !upperMissed) return alpha;
    alpha *= 2;
  }
}
