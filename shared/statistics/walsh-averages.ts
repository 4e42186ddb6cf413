import { talliedNumber, type ValueTally } from './value-tally.ts';

/** So many sums are sorted rather than searched further. */
const fewEnough = 2048;

/** Sums xᵢ + xⱼ, i ≤ j, on the two sides of a value. */
interface Division {
  /** How many are not above it. */
  readonly count: number;
  /** The largest that is not above it, and the smallest that is. */
  readonly last: number;
  readonly next: number;
}

/**
 * The `rank`-th smallest, from 0, of the n(n + 1)/2 Walsh averages (xᵢ + xⱼ)/2, i ≤ j (Hodges & Lehmann 1963 Ann Math
 * Stat 34:598).
 *
 * @param tied finite, and twice each of them too; at least one.
 * @param rank from 0 to n(n + 1)/2 − 1.
 */
export function walshAverage(tied: ValueTally, rank: number): number {
  return walshSum(tied, rank) / 2;
}

/** The median of the Walsh averages: the Hodges–Lehmann estimator, half-way between the two middle ones. */
export function hodgesLehmannEstimate(tied: ValueTally): number {
  const number = sumsOf(tied);
  // The next is sought by the sum: the half of a very small number may be rounded, and twice it is another one.
  const lower = walshSum(tied, Math.floor((number - 1) / 2));
  if (number % 2 === 1) return lower / 2;
  const { count, next } = divided(tied, lower);
  return count > number / 2 ? lower / 2 : lower / 4 + next / 4;
}

/**
 * The `rank`-th smallest, from 0, of the sums xᵢ + xⱼ, i ≤ j. They are not stored: one walk along the rows of sorted
 * sums counts those up to a value, equal values in one step, and two sums that enclose the one sought come nearer by
 * interpolation, by halves where that is slow (as Monahan 1984 ACM Trans Math Softw 10:265, who draws the value at
 * random). Some ten walks.
 */
function walshSum(tied: ValueTally, rank: number): number {
  const { values: sorted } = tied;
  let low = 2 * (sorted[0] ?? Number.NaN);
  let high = 2 * (sorted.at(-1) ?? Number.NaN);
  // So many sums are under the lower one, and not above the upper one.
  let under = 0;
  let upTo = sumsOf(tied);
  let interpolates = true;
  while (low < high && upTo - under > fewEnough) {
    const share = interpolates ? (rank + 0.5 - under) / (upTo - under) : 0.5;
    const value = low + (high - low) * share;
    // Rounded up to the upper one, it would divide nothing.
    const { count, last, next } = divided(tied, value < high ? value : low);
    const candidates = upTo - under;
    if (rank < count) {
      high = last;
      upTo = count;
    } else {
      low = next;
      under = count;
    }
    interpolates = upTo - under < candidates / 2;
  }
  if (low === high) return low;
  return sumsWithin(tied, low, high, upTo - under)[rank - under] ?? Number.NaN;
}

/** How many sums xᵢ + xⱼ, i ≤ j, there are. */
function sumsOf(tied: ValueTally): number {
  const n = talliedNumber(tied);
  return (n * (n + 1)) / 2;
}

/** How many pairs i ≤ j have one value and any of those from it up to an end. */
function pairsOf({ before }: ValueTally, row: number, end: number): number {
  const after = before[row + 1] ?? 0;
  const own = after - (before[row] ?? 0);
  return (own * (own + 1)) / 2 + own * ((before[end] ?? 0) - after);
}

function divided(tied: ValueTally, value: number): Division {
  const sorted = tied.values;
  let end = sorted.length;
  let count = 0;
  let last = Number.NEGATIVE_INFINITY;
  let next = Number.POSITIVE_INFINITY;
  for (let row = 0; row < sorted.length; row += 1) {
    const own = sorted[row] ?? Number.NaN;
    while (end > row && own + (sorted[end - 1] ?? Number.NaN) > value) end -= 1;
    const start = Math.max(end, row);
    if (start < sorted.length) next = Math.min(next, own + (sorted[start] ?? Number.NaN));
    if (start > row) last = Math.max(last, own + (sorted[start - 1] ?? Number.NaN));
    if (start > row) count += pairsOf(tied, row, start);
  }
  return { count, last, next };
}

/** The sums from one value to another, both included, ascending. */
function sumsWithin(tied: ValueTally, low: number, high: number, count: number): Float64Array {
  const sorted = tied.values;
  const sums = new Float64Array(count);
  let found = 0;
  let end = sorted.length;
  for (let row = 0; row < sorted.length; row += 1) {
    const own = sorted[row] ?? Number.NaN;
    while (end > row && own + (sorted[end - 1] ?? Number.NaN) > high) end -= 1;
    for (let column = end - 1; column >= row; column -= 1) {
      const sum = own + (sorted[column] ?? Number.NaN);
      if (sum < low) break;
      const pairs = pairsOf(tied, row, column + 1) - (column > row ? pairsOf(tied, row, column) : 0);
      sums.fill(sum, found, found + pairs);
      found += pairs;
    }
  }
  return sums.sort();
}
