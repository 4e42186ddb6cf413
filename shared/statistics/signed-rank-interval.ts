import { isMissing, missing } from './figure.ts';
import { normalQuantile } from './normal-quantile.ts';
import type { SignedRankLocation } from './signed-rank-location.ts';
import { type Standardisation, signedRankDeviation, standardisedSignedRank } from './signed-rank-normal.ts';
import { signedRankSum } from './signed-rank-sum.ts';
import { talliedNumber, type ValueTally, valueAt } from './value-tally.ts';
import { hodgesLehmannEstimate, walshAverage } from './walsh-averages.ts';

/**
 * Location and interval of the non-exact branch. The signed rank sum of x − d falls, as d grows, by one at each Walsh
 * average; the limits are those at which its standardised value, corrected for continuity, passes the normal quantiles
 * (Hollander, Wolfe & Chicken 2014 § 3.3). R seeks the same values by root search, and stops up to 1e-4 beside them.
 * As in R, α is doubled until the data reach both limits.
 *
 * @param tally of the differences that are not zero, at least one.
 */
export function approximateSignedRankLocation(
  tally: ValueTally,
  standardisation: Standardisation,
  level: number,
): SignedRankLocation {
  const { alternative } = standardisation;
  const minimum = tally.values[0] ?? Number.NaN;
  const maximum = tally.values.at(-1) ?? Number.NaN;
  if (!Number.isFinite(maximum - minimum)) return midrangeOf(minimum, maximum);
  const at = (centre: number) => standardisedSignedRank(signedRankSum(tally, centre), standardisation);
  const greatest = at(minimum);
  const least = at(maximum);
  if (isMissing(greatest) || isMissing(least)) return midrangeOf(minimum, maximum);
  const alpha = reachedAlpha(1 - level, alternative, greatest, least);
  const limits = walshLimits(tally, alpha, standardisation);
  const achievable = alpha < 1 && 1 - level >= alpha * 0.75;
  return {
    estimate: hodgesLehmannEstimate(tally),
    estimateKind: 'pseudomedian',
    interval: {
      lower: alternative === 'less' ? Number.NEGATIVE_INFINITY : limits.lower,
      upper: alternative === 'greater' ? Number.POSITIVE_INFINITY : limits.upper,
      level: achievable ? level : 1 - Math.min(1, alpha),
    },
    warnings: achievable ? [] : ['level_not_achievable'],
  };
}

/** The two Walsh averages, as far from below as from above, at which V passes its mean by the quantile of α. */
function walshLimits(
  tally: ValueTally,
  alpha: number,
  { alternative, continuityCorrection }: Standardisation,
): { readonly lower: number; readonly upper: number } {
  const n = talliedNumber(tally);
  if (alpha >= 1) {
    // No level at all: R gives the median of the differences.
    const middle =
      ((valueAt(tally, (n - 1) >> 1) ?? Number.NaN) + (valueAt(tally, n >> 1) ?? Number.NaN)) / 2;
    return { lower: middle, upper: middle };
  }
  const last = (n * (n + 1)) / 2 - 1;
  const deviation = signedRankDeviation(n, tieTermOf(tally));
  const quantile = -normalQuantile(alternative === 'two-sided' ? alpha / 2 : alpha);
  const outside = (last + 1) / 2 - (continuityCorrection ? 0.5 : 0) - quantile * deviation;
  const rank = Math.min(Math.max(Math.floor(outside), 0), last);
  return { lower: walshAverage(tally, rank), upper: walshAverage(tally, last - rank) };
}

/** Σ (t³ − t) over the groups of t equal values: between two Walsh averages nothing else is tied. */
function tieTermOf({ before }: ValueTally): number {
  let term = 0;
  for (let place = 1; place < before.length; place += 1) {
    const size = (before[place] ?? 0) - (before[place - 1] ?? 0);
    term += size ** 3 - size;
  }
  return term;
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
function reachedAlpha(
  requested: number,
  alternative: Standardisation['alternative'],
  greatest: number,
  least: number,
): number {
  let alpha = requested;
  for (;;) {
    // R tests "less" against α/2, not α: kept, because its published levels depend on it.
    const quantile = normalQuantile(alternative === 'greater' ? alpha : alpha / 2);
    const lowerMissed = alternative !== 'less' && greatest < -quantile;
    const upperMissed = alternative !== 'greater' && least > quantile;
    if (!lowerMissed && !upperMissed) return alpha;
    alpha *= 2;
  }
}
