import { ascending } from './ascending.ts';
import { type Figure, mapped, missing } from './figure.ts';
import { presentValues, type Sample } from './sample.ts';
import { tallied, talliedNumber, type ValueTally, valueAt } from './value-tally.ts';

/** What rounding takes from a total when a value is added to it (Neumaier 1974 Z Angew Math Mech 54:39). */
export const roundedOff = (total: number, value: number, next: number): number =>
  Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;

/** Sum with Neumaier's compensation: R sums in extended precision, so a plain loop would drift from it. */
export const sum = (values: ArrayLike<number>): number => sumWithin(columnOf(values), 0, values.length);

/** Of lists a copy: a loop that met several kinds of arrays would be three times slower for all of them. */
const columnOf = (values: ArrayLike<number>): Float64Array =>
  values instanceof Float64Array ? values : new Float64Array(values);

/** The same of a part of a column, up to an end. */
export function sumWithin(values: Float64Array, start: number, end: number): number {
  let total = 0;
  let compensation = 0;
  for (let index = start; index < end; index += 1) {
    const value = values[index] ?? 0;
    const next = total + value;
    compensation += roundedOff(total, value, next);
    total = next;
  }
  return Number.isFinite(total) ? total + compensation : total;
}

/** The same of what each value gives: a column of it would be made, and collected, for its sum alone. */
export function sumOf(values: ArrayLike<number>, term: (value: number, index: number) => number): number {
  const column = columnOf(values);
  let total = 0;
  let compensation = 0;
  for (let index = 0; index < column.length; index += 1) {
    const value = term(column[index] ?? Number.NaN, index);
    const next = total + value;
    compensation += roundedOff(total, value, next);
    total = next;
  }
  return Number.isFinite(total) ? total + compensation : total;
}

/** Arithmetic mean. R: `mean`. */
export function mean(values: ArrayLike<number>): Figure {
  return values.length === 0 ? missing('no_observation') : sum(values) / values.length;
}

/** Sample variance, n − 1 in the denominator, in two passes; missing below two values or with an infinite one. R: `var`. */
export function variance(values: ArrayLike<number>): Figure {
  if (values.length < 2) return missing(values.length === 0 ? 'no_observation' : 'too_few_observations');
  const centre = sum(values) / values.length;
  if (!Number.isFinite(centre)) return missing('infinite_value');
  return sumOf(values, (value) => (value - centre) ** 2) / (values.length - 1);
}

/** Sample standard deviation; missing where the variance is. R: `sd`. */
export function standardDeviation(values: ArrayLike<number>): Figure {
  return mapped(variance(values), Math.sqrt);
}

/** Quantile of type 7, R's default (Hyndman & Fan 1996 Am Stat 50:361). R: `quantile`. */
export function quantile(values: ArrayLike<number>, probability: number): Figure {
  return quantileOfTally(tallied(values), probability);
}

/** The same of values that stand in ascending order, for several quantiles of them. */
export function quantileOfSorted(sorted: Float64Array, probability: number): Figure {
  return quantileAt(sorted.length, (place) => sorted[place], probability);
}

/** The same of tallied values. */
export function quantileOfTally(tally: ValueTally, probability: number): Figure {
  return quantileAt(talliedNumber(tally), (place) => valueAt(tally, place), probability);
}

function quantileAt(
  number: number,
  valueAt: (place: number) => number | undefined,
  probability: number,
): Figure {
  const position = (number - 1) * probability;
  const lower = valueAt(Math.floor(position));
  const upper = valueAt(Math.ceil(position));
  if (lower === undefined || upper === undefined) return missing('no_observation');
  const weight = position - Math.floor(position);
  // Equal neighbours first: weighting two infinities would give NaN.
  return lower === upper ? lower : (1 - weight) * lower + weight * upper;
}

/** Median. R: `median`. */
export function median(values: ArrayLike<number>): Figure {
  return quantile(values, 0.5);
}

/** What a table says of one column of measurements; values that are not there are counted apart. */
export interface Description {
  readonly n: number;
  /** How many are not there; not called `missing`, which names the reason of a figure that is. */
  readonly absent: number;
  readonly sum: number;
  readonly mean: Figure;
  readonly median: Figure;
  readonly standardDeviation: Figure;
  readonly minimum: Figure;
  /** Quartiles of type 7, R's default. */
  readonly firstQuartile: Figure;
  readonly thirdQuartile: Figure;
  readonly maximum: Figure;
}

/** Describes a column. The sum of no value is 0; no other figure of no value exists. */
export function describe(sample: Sample): Description {
  const values = ascending(presentValues(sample));
  return {
    n: values.length,
    absent: sample.length - values.length,
    sum: sum(values),
    mean: mean(values),
    median: quantileOfSorted(values, 0.5),
    standardDeviation: standardDeviation(values),
    minimum: values[0] ?? missing('no_observation'),
    firstQuartile: quantileOfSorted(values, 0.25),
    thirdQuartile: quantileOfSorted(values, 0.75),
    maximum: values.at(-1) ?? missing('no_observation'),
  };
}
