import type { Reason } from './outcome.ts';
import { presentValues, type Sample } from './sample.ts';

/** Sum with Neumaier's compensation: R sums in extended precision, so a plain loop would drift from it. */
export function sum(values: ArrayLike<number>): number {
  let total = 0;
  let compensation = 0;
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? 0;
    const next = total + value;
    compensation += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return Number.isFinite(total) ? total + compensation : total;
}

/** Arithmetic mean; `null` of no value. R: `mean`. */
export function mean(values: ArrayLike<number>): number | null {
  return values.length === 0 ? null : sum(values) / values.length;
}

/** Sample variance, n − 1 in the denominator, in two passes; `null` below two values or with an infinite one. R: `var`. */
export function variance(values: ArrayLike<number>): number | null {
  if (values.length < 2) return null;
  const centre = sum(values) / values.length;
  const squares = Float64Array.from(values, (value) => (value - centre) ** 2);
  return Number.isFinite(centre) ? sum(squares) / (values.length - 1) : null;
}

/** Sample standard deviation; `null` where the variance is. R: `sd`. */
export function standardDeviation(values: ArrayLike<number>): number | null {
  const squared = variance(values);
  return squared === null ? null : Math.sqrt(squared);
}

/** Quantile of type 7, R's default (Hyndman & Fan 1996 Am Stat 50:361); `null` of no value. R: `quantile`. */
export function quantile(values: ArrayLike<number>, probability: number): number | null {
  return quantileOfSorted(Float64Array.from(values).sort(), probability);
}

/** Several quantiles of the same values, sorted once. */
export function quantiles(
  values: ArrayLike<number>,
  probabilities: readonly number[],
): readonly (number | null)[] {
  const sorted = Float64Array.from(values).sort();
  return probabilities.map((probability) => quantileOfSorted(sorted, probability));
}

/** Median; `null` of no value. R: `median`. */
export function median(values: ArrayLike<number>): number | null {
  return quantile(values, 0.5);
}

function quantileOfSorted(sorted: Float64Array, probability: number): number | null {
  const position = (sorted.length - 1) * probability;
  const lower = sorted[Math.floor(position)];
  const upper = sorted[Math.ceil(position)];
  if (lower === undefined || upper === undefined) return null;
  const weight = position - Math.floor(position);
  // Equal neighbours first: weighting two infinities would give NaN.
  return lower === upper ? lower : (1 - weight) * lower + weight * upper;
}

/** What a table says of one column of measurements; missing values are counted apart. */
export interface Description {
  readonly n: number;
  readonly missing: number;
  readonly sum: number;
  readonly mean: number | null;
  readonly median: number | null;
  readonly standardDeviation: number | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
}

/** Describes a column. The sum of no value is 0; every other figure of no value is `null`. */
export function describe(sample: Sample): Description {
  const values = presentValues(sample).sort();
  return {
    n: values.length,
    missing: sample.length - values.length,
    sum: sum(values),
    mean: mean(values),
    median: quantileOfSorted(values, 0.5),
    standardDeviation: standardDeviation(values),
    minimum: values[0] ?? null,
    maximum: values.at(-1) ?? null,
  };
}

/** Why a description has blanks: of no value nothing can be said; of one, no standard deviation. */
export function whyUndescribed({ n }: Description): Reason | null {
  if (n === 0) return 'no_observation';
  return n === 1 ? 'too_few_observations' : null;
}
