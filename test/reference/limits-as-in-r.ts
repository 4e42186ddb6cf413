/** An interval as R writes it: a vector of two. */
export function limitsAsInR(
  interval: { readonly lower: number; readonly upper: number } | null,
): readonly (number | null)[] {
  return interval === null ? [null, null] : [interval.lower, interval.upper];
}

/**
 * What R makes of an estimate without any error: t = 0/0 or ±∞, p = NaN or 0, and an interval of no width. The product
 * gives none of the three.
 */
export function withoutError(estimate: number | null) {
  const nothing = estimate === null || estimate === 0;
  return {
    t: nothing ? null : Math.sign(estimate) * Number.POSITIVE_INFINITY,
    pValue: nothing ? null : 0,
    confInt: [estimate, estimate],
  };
}
