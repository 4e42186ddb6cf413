import { type Figure, missing } from './figure.ts';

/** The law of a symmetric discrete sum, over 0 … total. */
export interface SumLaw {
  readonly total: number;
  /** P(S ≤ q). */
  readonly atMost: (q: number) => number;
  /** P(S ≥ q), accurate in the far tail. */
  readonly atLeast: (q: number) => number;
}

/** Beyond this many additions, some tenths of a second, an exact law is not worth waiting for. */
const maximumAdditions = 3e8;
/** 2⁻ⁿ must stay a normal double. */
const maximumWeights = 1000;

/**
 * Exact law of the sum of a random subset of whole weights, each in or out with probability ½: the shift algorithm of
 * Streitberg & Röhmel 1986 (Stat Softw Newsl 12:10). With weights 1 … n it is the law of the signed rank statistic.
 *
 * Probabilities are halved at each weight instead of counts doubled, so nothing overflows, and only half of the
 * symmetric law is kept. None when the weights are too many or their sum too large.
 */
export function subsetSumLaw(weights: readonly number[]): Figure<SumLaw, 'exact_law_too_large'> {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const middle = Math.floor(total / 2);
  if (weights.length > maximumWeights || weights.length * middle > maximumAdditions) {
    return missing('exact_law_too_large');
  }
  const law = new Float64Array(middle + 1);
  law[0] = 1;
  let reached = 0;
  // Ascending, so that the reached part of the law stays short for long.
  for (const weight of weights.toSorted((first, second) => first - second)) {
    reached = Math.min(reached + weight, middle);
    for (let sum = reached; sum >= weight; sum -= 1) {
      law[sum] = ((law[sum] ?? 0) + (law[sum - weight] ?? 0)) / 2;
    }
    for (let sum = Math.min(weight - 1, reached); sum >= 0; sum -= 1) law[sum] = (law[sum] ?? 0) / 2;
  }
  const cumulative = law;
  for (let sum = 1; sum <= middle; sum += 1) {
    cumulative[sum] = (cumulative[sum - 1] ?? 0) + (law[sum] ?? 0);
  }
  const atMost = (q: number): number => {
    if (q < 0) return 0;
    if (q >= total) return 1;
    return q <= middle ? (cumulative[Math.floor(q)] ?? 0) : 1 - atMost(total - Math.floor(q) - 1);
  };
  return { total, atMost, atLeast: (q) => atMost(total - Math.ceil(q)) };
}
