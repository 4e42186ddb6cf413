const multiplier = 48271;
const modulus = 2147483647;

/**
 * Park and Miller's generator s ← 48271 s mod (2³¹ − 1), as uniform numbers on (0, 1): the same draws in every run and
 * in every language (Park, Miller & Stockmeyer 1993 Commun ACM 36(7):105).
 *
 * @param seed from 1 to 2147483646; the first number comes after one step.
 */
export function lehmerGenerator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (multiplier * state) % modulus;
    return state / modulus;
  };
}
