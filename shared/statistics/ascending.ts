import { tallied, talliedNumber } from './value-tally.ts';

/**
 * The values in ascending order.
 *
 * @param values without NaN; left as they are
 */
export function ascending(values: ArrayLike<number>): Float64Array<ArrayBuffer> {
  const tally = tallied(values);
  const sorted = new Float64Array(talliedNumber(tally));
  for (let place = 0; place < tally.values.length; place += 1) {
    sorted.fill(tally.values[place] ?? 0, tally.before[place], tally.before[place + 1]);
  }
  return sorted;
}
