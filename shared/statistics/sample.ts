import { type Figure, missing } from './figure.ts';

/** A column of measurements; `null` (and NaN) marks a missing one, as NA does in R. */
export type Sample = ArrayLike<number | null>;

/** The values that are present, in their order: the column itself where none is missing. */
export function presentValues(sample: Sample): Float64Array {
  if (sample instanceof Float64Array && isComplete(sample)) return sample;
  const present = new Float64Array(sample.length);
  let count = 0;
  for (let index = 0; index < sample.length; index += 1) {
    const value = sample[index] ?? Number.NaN;
    if (!Number.isNaN(value)) {
      present[count] = value;
      count += 1;
    }
  }
  return present.subarray(0, count);
}

/** Whether no value is missing. */
export function isComplete(column: Float64Array): boolean {
  for (let index = 0; index < column.length; index += 1) if (Number.isNaN(column[index])) return false;
  return true;
}

/** The differences of two columns, or the one column of them that is given instead; those that are there. */
export const differencesOf = (x: Sample, y: Sample | null): Figure<Float64Array, 'lengths_differ'> =>
  y === null ? presentValues(x) : pairedDifferences(x, y);

/** The column of differences x − y; NaN where one of the two is missing. */
export function columnOfDifferences(x: Sample, y: Sample): Float64Array {
  const differences = new Float64Array(x.length);
  for (let index = 0; index < differences.length; index += 1) {
    differences[index] = (x[index] ?? Number.NaN) - (y[index] ?? Number.NaN);
  }
  return differences;
}

/** The values without their signs. */
export function magnitudesOf(values: Float64Array): Float64Array {
  const magnitudes = new Float64Array(values.length);
  for (let index = 0; index < values.length; index += 1) magnitudes[index] = Math.abs(values[index] ?? 0);
  return magnitudes;
}

/**
 * The differences x − y of the pairs of which both values are present, in doubles and in their order, as R's paired
 * tests take them. An infinite x minus the same infinite y is NaN.
 */
export function pairedDifferences(x: Sample, y: Sample): Figure<Float64Array, 'lengths_differ'> {
  if (x.length !== y.length) return missing('lengths_differ');
  const differences = new Float64Array(x.length);
  let count = 0;
  for (let index = 0; index < x.length; index += 1) {
    const first = x[index] ?? Number.NaN;
    const second = y[index] ?? Number.NaN;
    if (!Number.isNaN(first) && !Number.isNaN(second)) {
      differences[count] = first - second;
      count += 1;
    }
  }
  return differences.subarray(0, count);
}

/** Two columns of the same length, without a missing value. */
export interface CompletePairs {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** The pairs of which both values are present. */
export function completePairs(x: Sample, y: Sample): Figure<CompletePairs, 'lengths_differ'> {
  if (x.length !== y.length) return missing('lengths_differ');
  const complete = { x: new Float64Array(x.length), y: new Float64Array(x.length) };
  let count = 0;
  for (let index = 0; index < x.length; index += 1) {
    const first = x[index] ?? Number.NaN;
    const second = y[index] ?? Number.NaN;
    if (!Number.isNaN(first) && !Number.isNaN(second)) {
      complete.x[count] = first;
      complete.y[count] = second;
      count += 1;
    }
  }
  return { x: complete.x.subarray(0, count), y: complete.y.subarray(0, count) };
}
