import { ascending } from './ascending.ts';

/** Which values are equal. */
export interface TiedGroups {
  /** The group of each value: 0 for the smallest, and so on. */
  readonly groupOf: Uint32Array;
  /** How many values each group has. */
  readonly sizes: Uint32Array;
}

/**
 * The groups of equal values, in ascending order, decided on raw doubles. Values are sorted as such, which is several
 * times faster than to sort their places by a comparison, and each is then sought among those that differ.
 *
 * @param values without NaN
 */
export function tiedGroups(values: ArrayLike<number>): TiedGroups {
  const sorted = ascending(values);
  const distinct = new Float64Array(sorted.length);
  const sizes = new Uint32Array(sorted.length);
  let count = 0;
  for (let place = 0; place < sorted.length; place += 1) {
    const value = sorted[place] ?? 0;
    if (count === 0 || value !== distinct[count - 1]) {
      distinct[count] = value;
      count += 1;
    }
    sizes[count - 1] = (sizes[count - 1] ?? 0) + 1;
  }
  const groupOf = new Uint32Array(sorted.length);
  for (let index = 0; index < sorted.length; index += 1) {
    groupOf[index] = positionOf(values[index] ?? 0, distinct, count);
  }
  return { groupOf, sizes: sizes.subarray(0, count) };
}

/** Where a value stands among the first so many of an ascending list. */
function positionOf(value: number, distinct: Float64Array, count: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((distinct[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The places of the values in ascending order, those of equal values in their own order. */
export function ascendingOrder({ groupOf, sizes }: TiedGroups): Uint32Array {
  const next = new Uint32Array(sizes.length);
  for (let group = 1; group < sizes.length; group += 1) {
    next[group] = (next[group - 1] ?? 0) + (sizes[group - 1] ?? 0);
  }
  const order = new Uint32Array(groupOf.length);
  for (let index = 0; index < groupOf.length; index += 1) {
    const group = groupOf[index] ?? 0;
    const place = next[group] ?? 0;
    order[place] = index;
    next[group] = place + 1;
  }
  return order;
}
