import { log1p } from './elementary-functions.ts';

/** Below this a probability loses digits as a double, so its logarithm is taken from the law itself. */
const smallestTrusted = 1e-290;

/**
 * log10 of a probability without loss at either end: from the complement near 1, from the logarithm of the law near 0.
 *
 * @param complement 1 − probability, accurate when it is small.
 * @param naturalLog ln of the probability, accurate when it is tiny.
 */
export function log10Probability(
  probability: number,
  complement: () => number,
  naturalLog: () => number,
): number {
  if (probability < smallestTrusted) return naturalLog() / Math.LN10;
  if (probability <= 0.5) return Math.log10(probability);
  const log = log1p(-complement()) / Math.LN10;
  // Never −0: tables would print it.
  return log === 0 ? 0 : log;
}

const smallestDenominator = 1e-300;
const maximumTerms = 100_000;

/**
 * Continued fraction b₀ + a₁/(b₁ + a₂/(b₂ + …)) by the modified Lentz algorithm (Lentz 1976 Appl Opt 15:668),
 * stopped at the last bit.
 */
export function continuedFraction(first: number, term: (index: number) => readonly [number, number]): number {
  const away = (x: number) => (Math.abs(x) < smallestDenominator ? smallestDenominator : x);
  let value = away(first);
  let ratio = value;
  let inverse = 0;
  for (let index = 1; index <= maximumTerms; index += 1) {
    const [numerator, denominator] = term(index);
    inverse = 1 / away(denominator + numerator * inverse);
    ratio = away(denominator + numerator / ratio);
    const change = ratio * inverse;
    value *= change;
    if (Math.abs(change - 1) < Number.EPSILON) break;
  }
  return value;
}
