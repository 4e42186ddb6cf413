/** Whole numbers are counted as long as their range is not wider than this many times their number, and a little. */
const widest = { perValue: 2, besides: 4096 };

/** The values that differ, and how often each is there: of counts and tenths of a millimetre a few among thousands. */
export interface ValueTally {
  /** Ascending; −0 and 0 are two. */
  readonly values: Float64Array;
  /** How many there are before each, and at the end how many there are: one more than values. */
  readonly before: Float64Array;
}

/**
 * Tallies values. Whole numbers that lie close together are counted, which takes a fraction of the time that sorting
 * takes, and no memory that grows with their number.
 *
 * @param values without NaN; left as they are
 */
export function tallied(values: ArrayLike<number>): ValueTally {
  const range = countableRange(values, values.length);
  return range === undefined ? ofSorted(new Float64Array(values).sort()) : counted(values, range);
}

/** How many values were tallied. */
export const talliedNumber = ({ before }: ValueTally): number => before.at(-1) ?? 0;

/** The value at a place, from 0, of all values in ascending order; undefined beyond them. */
export function valueAt({ values, before }: ValueTally, place: number): number | undefined {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((before[middle + 1] ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return values[low];
}

/** The tally of the values that are not zero. */
export const withoutZeros = ({ values, before }: ValueTally): ValueTally =>
  merged(values, before, (value) => value !== 0);

/** The tally of the values each with something added; sums that rounding makes one are one. */
export const movedBy = (tally: ValueTally, addend: number): ValueTally =>
  addend === 0
    ? tally
    : merged(
        tally.values.map((value) => value + addend),
        tally.before,
        () => true,
      );

/**
 * The range of whole numbers that can be counted; undefined where one is no whole number, is −0, where there is none, or
 * where it is too wide.
 *
 * @param number how many are to be counted
 */
export function countableRange(
  values: ArrayLike<number>,
  number: number,
): { readonly least: number; readonly most: number } | undefined {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  // By index, here and below: an iterator makes an object, and a number of its own, for each value.
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? 0;
    if (!Number.isSafeInteger(value) || Object.is(value, -0)) return undefined;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const isNarrow = most - least <= widest.perValue * number + widest.besides;
  return values.length > 0 && isNarrow ? { least, most } : undefined;
}

function counted(
  values: ArrayLike<number>,
  { least, most }: { readonly least: number; readonly most: number },
): ValueTally {
  const counts = new Uint32Array(most - least + 1);
  for (let index = 0; index < values.length; index += 1) {
    const offset = (values[index] ?? 0) - least;
    counts[offset] = (counts[offset] ?? 0) + 1;
  }
  let different = 0;
  for (let offset = 0; offset < counts.length; offset += 1) if (counts[offset] !== 0) different += 1;
  const tally = { values: new Float64Array(different), before: new Float64Array(different + 1) };
  let place = 0;
  for (let offset = 0; offset < counts.length; offset += 1) {
    const count = counts[offset] ?? 0;
    if (count === 0) continue;
    tally.values[place] = least + offset;
    tally.before[place + 1] = (tally.before[place] ?? 0) + count;
    place += 1;
  }
  return tally;
}

function ofSorted(sorted: Float64Array): ValueTally {
  const before = new Float64Array(sorted.length + 1);
  for (let place = 0; place < before.length; place += 1) before[place] = place;
  return merged(sorted, before, () => true);
}

/** Ascending values that are kept, equal ones as one, with how many there are before each. */
function merged(ascending: Float64Array, before: Float64Array, keep: (value: number) => boolean): ValueTally {
  const values = new Float64Array(ascending.length);
  const places = new Float64Array(ascending.length + 1);
  let last = -1;
  for (let index = 0; index < ascending.length; index += 1) {
    const value = ascending[index] ?? Number.NaN;
    if (!keep(value)) continue;
    if (last < 0 || !Object.is(value, values[last])) {
      last += 1;
      values[last] = value;
      places[last + 1] = places[last] ?? 0;
    }
    places[last + 1] = (places[last + 1] ?? 0) + (before[index + 1] ?? 0) - (before[index] ?? 0);
  }
  return { values: values.subarray(0, last + 1), before: places.subarray(0, last + 2) };
}
