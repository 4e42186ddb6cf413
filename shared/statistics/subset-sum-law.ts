import { ascending } from './ascending.ts';
import { type Figure, missing } from './figure.ts';
import { addShifted, addShiftedThrice, marginOfThree, zeroCounts } from './shifted-addition.ts';

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
/** The number of subsets, 2ⁿ, must stay a double. */
const maximumWeights = 1000;
/** So many sums are counted at once: a law of a few observations is whole. */
const fewestSums = 4096;

/** Whether so many weights of such a sum have no exact law here. */
export const isLawTooLarge = (weights: number, total: number): boolean =>
  weights > maximumWeights || weights * Math.floor(total / 2) > maximumAdditions;

/**
 * Exact law of the sum of a random subset of whole weights, each in or out with probability ½: the shift algorithm of
 * Streitberg & Röhmel 1986 (Stat Softw Newsl 12:10). With weights 1 … n it is the law of the signed rank statistic.
 *
 * The law is symmetric, and the number of subsets of one sum follows from those of smaller sums: so the smaller of the
 * two tails of what is asked is enough, and only that much is counted. None when the weights are too many or their sum
 * too large.
 */
export function subsetSumLaw(weights: readonly number[]): Figure<SumLaw, 'exact_law_too_large'> {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const middle = Math.floor(total / 2);
  if (isLawTooLarge(weights.length, total)) return missing('exact_law_too_large');
  const sorted = ascending(weights);
  let tail = new Float64Array();
  const inTail = (sum: number): number => {
    // One more than asked, because a p-value and its complement are read at neighbouring sums.
    if (sum >= tail.length) {
      tail = lowerTail(sorted, Math.min(middle, Math.max(sum + 1, 2 * tail.length, fewestSums)));
    }
    return tail[sum] ?? 0;
  };
  const atMost = (q: number): number => {
    if (q < 0) return 0;
    if (q >= total) return 1;
    return q <= middle ? inTail(Math.floor(q)) : 1 - atMost(total - Math.floor(q) - 1);
  };
  return { total, atMost, atLeast: (q) => atMost(total - Math.ceil(q)) };
}

/**
 * P(S ≤ q) for q = 0 … last, where `last` is at most half the total. The law of the first so many weights is symmetric
 * too, down to the rounding of its counts: so only its lower half is counted, and what the next weight needs of the
 * upper half is read from there.
 */
function lowerTail(sorted: Float64Array, last: number): Float64Array<ArrayBuffer> {
  const largest = Math.min(sorted.at(-1) ?? 0, last);
  const subsets = zeroCounts(last + 1, marginOfThree(largest));
  subsets[0] = 1;
  let total = 0;
  let counted = 0;
  let place = 0;
  // Ascending, so that the reached part of the law stays short for long.
  for (;;) {
    const weight = sorted[place] ?? Number.POSITIVE_INFINITY;
    if (weight > last) break;
    // Ranks are often tied: so one weight comes many times.
    const times = weight > 0 && sorted[place + 2] === weight ? 3 : 1;
    const next = Math.min((total + times * weight) >> 1, last);
    mirror(subsets, total, counted, next);
    if (times === 3) addShiftedThrice(subsets, weight, next);
    else addShifted(subsets, weight, next);
    total += times * weight;
    counted = next;
    place += times;
  }
  mirror(subsets, total, counted, last);
  const share = 2 ** -sorted.length;
  const tail = new Float64Array(last + 1);
  let cumulative = 0;
  for (let sum = 0; sum <= last; sum += 1) {
    cumulative += (subsets[sum] ?? 0) * share;
    tail[sum] = cumulative;
  }
  return tail;
}

/** Fills a law that is symmetric over 0 … total, and counted up to some sum, up to another one. */
function mirror(subsets: Float64Array, total: number, counted: number, last: number): void {
  for (let sum = counted + 1; sum <= Math.min(last, total); sum += 1) {
    subsets[sum] = subsets[total - sum] ?? 0;
  }
}
