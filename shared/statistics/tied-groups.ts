import { countableRange, tallied } from './value-tally.ts';

/** Which values are equal. */
export interface TiedGroups {
  /** The group of each value: 0 for the smallest, and so on. */
  readonly groupOf: Uint32Array;
  /** How many values each group has. */
  readonly sizes: Uint32Array;
}

/**
 * The groups of equal values, in ascending order, decided on raw doubles. Values are tallied as such, which is several
 * times faster than to sort their places by a comparison, and each is then looked up among those that differ.
 *
 * @param values magnitudes: none is NaN or −0
 */
export function tiedGroups(values: ArrayLike<number>): TiedGroups {
  const { values: distinct, before } = tallied(values);
  const sizes = new Uint32Array(distinct.length);
  for (let group = 0; group < sizes.length; group += 1) {
    sizes[group] = (before[group + 1] ?? 0) - (before[group] ?? 0);
  }
  const groupOf = new Uint32Array(values.length);
  const range = countableRange(distinct, values.length);
  if (range === undefined) {
    for (let index = 0; index < groupOf.length; index += 1) {
      groupOf[index] = positionOf(values[index] ?? 0, distinct);
    }
    return { groupOf, sizes };
  }
  const groupAt = new Uint32Array(range.most - range.least + 1);
  for (let group = 0; group < distinct.length; group += 1)
    groupAt[(distinct[group] ?? 0) - range.least] = group;
  for (let index = 0; index < groupOf.length; index += 1) {
    groupOf[index] = groupAt[(values[index] ?? 0) - range.least] ?? 0;
  }
  return { groupOf, sizes };
}

/** Where a value stands in an ascending list. */
function positionOf(value: number, ascending: Float64Array): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) < value) low = middle + 1;
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
