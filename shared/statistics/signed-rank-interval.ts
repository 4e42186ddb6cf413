import { median } from './descriptives.ts';
import { type Figure, isMissing, missing } from './figure.ts';
import { normalQuantile } from './normal-quantile.ts';
import { brentRoot } from './root-finding.ts';
import type { SignedRankLocation } from './signed-rank-location.ts';
import { type Standardisation, standardisedSignedRank } from './signed-rank-normal.ts';
import { signedRankSum } from './signed-rank-sum.ts';

export interface LocationSearch extends Standardisation {
  readonly level: number;
  /** Tolerance of the root search; R's `tol.root`, 1e-4. */
  readonly rootTolerance: number;
  readonly rankDigits: number;
}

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
): Figure<SignedRankLocation, 'limits_not_bracketed'> {
  const minimum = sorted[0] ?? Number.NaN;
  const maximum = sorted.at(-1) ?? Number.NaN;
  const at = (centre: number, continuityCorrection: boolean): Figure =>
    Number.isFinite(centre)
      ? standardisedSignedRank(signedRankSum(sorted, centre, search.rankDigits), {
          ...search,
          continuityCorrection,
        })
      : missing('infinite_value');
  const { continuityCorrection, alternative } = search;
  const atMinimum = at(minimum, continuityCorrection);
  const atMaximum = at(maximum, continuityCorrection);
  if (isMissing(atMinimum) || isMissing(atMaximum)) return midrangeOf(minimum, maximum);

  const root = (quantile: number, corrected: boolean): Figure => {
    const step = (centre: number) => {
      const z = at(centre, corrected);
      return isMissing(z) ? Number.NaN : z - quantile;
    };
    const point = (x: number) => ({ x, y: step(x) });
    return brentRoot(step, point(minimum), point(maximum), search.rootTolerance);
  };
  const alpha = bracketedAlpha(1 - search.level, alternative, atMinimum, atMaximum);
  const tail = alternative === 'two-sided' ? alpha / 2 : alpha;
  const limit = (quantile: number) => (alpha < 1 ? root(quantile, continuityCorrection) : median(sorted));
  const lower = alternative === 'less' ? Number.NEGATIVE_INFINITY : limit(-normalQuantile(tail));
  const upper = alternative === 'greater' ? Number.POSITIVE_INFINITY : limit(normalQuantile(tail));
  const estimate = root(0, false);
  if (isMissing(lower) || isMissing(upper) || isMissing(estimate)) return missing('limits_not_bracketed');
  const achievable = alpha < 1 && 1 - search.level >= alpha * 0.75;
  const level = achievable ? search.level : 1 - Math.min(1, alpha);
  return {
    estimate,
    estimateKind: 'pseudomedian',
    interval: { lower, upper, level },
    warnings: achievable ? [] : ['level_not_achievable'],
  };
}

/** What R gives of values that are all the same, with a warning, or of which one is infinite. */
function midrangeOf(minimum: number, maximum: number): SignedRankLocation {
  const midrange = (minimum + maximum) / 2;
  const constant = Number.isFinite(midrange);
  return {
    estimate: Number.isNaN(midrange) ? missing('infinite_value') : midrange,
    estimateKind: 'midrange',
    interval: missing(constant ? 'no_variation' : 'infinite_value'),
    warnings: constant ? ['no_interval_when_constant'] : [],
  };
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
