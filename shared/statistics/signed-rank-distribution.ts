import type { Figure } from './figure.ts';
import { type SumLaw, subsetSumLaw } from './subset-sum-law.ts';

/**
 * Exact law of Wilcoxon's V for n differences without ties or zeros. R: `psignrank`.
 * None above n = 1000, where R's own counts approach overflow too.
 */
export function signedRankLaw(n: number): Figure<SumLaw, 'exact_law_too_large'> {
  return subsetSumLaw(Array.from({ length: n }, (_, index) => index + 1));
}

/** R widens the probability by ten units in the last place, lest rounding move the quantile by one. */
const fuzz = 10 * Number.EPSILON;

/** The smallest q with P(V ≤ q) ≥ `probability`. R: `qsignrank`. */
export function signedRankQuantile(law: SumLaw, probability: number): number {
  let q = 0;
  if (probability <= 0.5) {
    while (law.atMost(q) < probability - fuzz) q += 1;
    return q;
  }
  while (law.atMost(q) <= 1 - probability + fuzz) q += 1;
  return law.total - q;
}
