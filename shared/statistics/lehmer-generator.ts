const multiplier = 48271;
const modulus = 2147483647;
const inverse = 1 / modulus;

/** What seeds are made from: one is a whole number from 1 to one below the modulus. */
export const SEEDS = { multiplier, modulus } as const;

/**
 * Park and Miller's generator s ← 48271 s mod (2³¹ − 1), as uniform numbers on (0, 1): the same draws in every run and
 * in every language (Park, Miller & Stockmeyer 1993 Commun ACM 36(7):105).
 *
 * @param seed from 1 to 2147483646; the first number comes after one step.
 */
export function lehmerGenerator(seed: number): () => number {
  // In an array, where it stays a plain double: as a variable of the closure it would be boxed again for every number.
  const state = Float64Array.of(seed);
  return () => {
    // The remainder, as `%` gives it and many times faster. It is exact: the product is below 2⁵³ and no multiple of
    // the modulus, so the quotient lies 1/modulus or more from a whole number, forty times its error of two roundings.
    const product = multiplier * (state[0] ?? 0);
    const remainder = product - Math.floor(product * inverse) * modulus;
    state[0] = remainder;
    return remainder / modulus;
  };
}
