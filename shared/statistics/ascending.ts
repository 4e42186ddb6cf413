/** Whole numbers are counted as long as their range is not wider than this many times their number, and a little. */
const widest = { perValue: 2, besides: 4096 };

/**
 * The values in ascending order. Whole numbers that lie close together, as counts and tenths of a millimetre do, are
 * counted, which takes a fraction of the time that comparing them takes.
 *
 * @param values without NaN; left as they are
 */
export function ascending(values: ArrayLike<number>): Float64Array<ArrayBuffer> {
  const sorted = new Float64Array(values);
  const range = wholeRange(sorted);
  if (range === undefined || range.most - range.least > widest.perValue * sorted.length + widest.besides) {
    return sorted.sort();
  }
  const counts = new Uint32Array(range.most - range.least + 1);
  // By index, here and below: an iterator makes an object, and a number of its own, for each value.
  for (let index = 0; index < sorted.length; index += 1) {
    const offset = (sorted[index] ?? 0) - range.least;
    counts[offset] = (counts[offset] ?? 0) + 1;
  }
  let start = 0;
  for (let offset = 0; offset < counts.length; offset += 1) {
    const end = start + (counts[offset] ?? 0);
    sorted.fill(range.least + offset, start, end);
    start = end;
  }
  return sorted;
}

/** The smallest and the largest of whole numbers; undefined where one is none, is −0, or where there is none. */
function wholeRange(values: Float64Array): { readonly least: number; readonly most: number } | undefined {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? 0;
    if (!Number.isSafeInteger(value) || Object.is(value, -0)) return undefined;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return values.length === 0 ? undefined : { least, most };
}
