import { exp } from './elementary-functions.ts';
import type { Alternative, PValue } from './outcome.ts';
import { signedRankQuantile } from './signed-rank-distribution.ts';
import type { SignedRankLocation } from './signed-rank-location.ts';
import { roundToSignificant } from './significant-digits.ts';
import type { SumLaw } from './subset-sum-law.ts';
import { log10Probability } from './tail-probability.ts';
import { talliedNumber, type ValueTally } from './value-tally.ts';
import { hodgesLehmannEstimate, walshAverage } from './walsh-averages.ts';

/** Exact p-value of V, as R forms it: the two-sided p doubles the smaller tail. */
export function exactSignedRankPValue(statistic: number, law: SumLaw, alternative: Alternative): PValue {
  const upper = { tail: law.atLeast(statistic), rest: law.atMost(statistic - 1) };
  const lower = { tail: law.atMost(statistic), rest: law.atLeast(statistic + 1) };
  if (alternative === 'greater') return { p: upper.tail, log10P: log10(upper.tail, upper.rest) };
  if (alternative === 'less') return { p: lower.tail, log10P: log10(lower.tail, lower.rest) };
  const p = Math.min(2 * (statistic > law.total / 2 ? upper.tail : lower.tail), 1);
  return { p, log10P: log10(p, 1 - p) };
}

/** An exact probability is at least 2⁻¹⁰⁰⁰, so its own logarithm is good to the end. */
function log10(p: number, complement: number): number {
  return log10Probability(
    p,
    () => complement,
    () => Math.log(p),
  );
}

/**
 * P(V ≤ q) summed as R sums it, from counts times e^(−n ln 2): its label 1 − signif(α, 2) shows on which side of a half
 * the last bit of that sum falls.
 */
function roundedAsInR(law: SumLaw, q: number, n: number): number {
  const scale = exp(-n * Math.LN2);
  let sum = 0;
  for (let value = 0; value <= q; value += 1) {
    sum += scale * Math.round((law.atMost(value) - law.atMost(value - 1)) * 2 ** n);
  }
  return sum;
}

/** Median and order statistics of the Walsh averages. @param tally of the differences that are not zero. */
export function exactSignedRankLocation(
  tally: ValueTally,
  law: SumLaw,
  alternative: Alternative,
  level: number,
): SignedRankLocation {
  const alpha = 1 - level;
  const sides = alternative === 'two-sided' ? 2 : 1;
  const fromEnd = Math.max(signedRankQuantile(law, alpha / sides), 1);
  const attained = sides * roundedAsInR(law, fromEnd - 1, talliedNumber(tally));
  const achievable = attained - alpha <= alpha / 2;
  const lower = walshAverage(tally, fromEnd - 1);
  const upper = walshAverage(tally, law.total - fromEnd);
  return {
    estimate: hodgesLehmannEstimate(tally),
    estimateKind: 'pseudomedian',
    interval: {
      lower: alternative === 'less' ? Number.NEGATIVE_INFINITY : lower,
      upper: alternative === 'greater' ? Number.POSITIVE_INFINITY : upper,
      level: achievable ? level : 1 - roundToSignificant(attained, 2),
    },
    warnings: achievable ? [] : ['level_not_achievable'],
  };
}
