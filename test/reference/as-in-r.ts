import { type Figure, isMissing, mapped } from '#shared/statistics/figure.ts';

/** An interval as R writes it: a vector of two. */
export function limitsAsInR(
  interval: Figure<{ readonly lower: number; readonly upper: number }>,
): readonly Figure[] {
  return isMissing(interval) ? [interval, interval] : [interval.lower, interval.upper];
}

/**
 * What R makes of an estimate without any error: t = 0/0 or ±∞, p = NaN or 0, and an interval of no width. The product
 * gives none of the three.
 */
export function withoutError(estimate: Figure) {
  const nothing = isMissing(estimate) || estimate === 0;
  return {
    t: nothing ? null : Math.sign(estimate) * Number.POSITIVE_INFINITY,
    pValue: nothing ? null : 0,
    confInt: [estimate, estimate],
  };
}

/** R gives p alone. */
export const pAsInR = (pValue: Figure<{ readonly p: number }>): Figure => mapped(pValue, ({ p }) => p);
