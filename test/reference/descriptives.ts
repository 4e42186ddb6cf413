import { z } from 'zod';
import { describe, quantile, variance } from '#shared/statistics/descriptives.ts';
import { isMissing } from '#shared/statistics/figure.ts';
import { presentValues } from '#shared/statistics/sample.ts';
import { type Answer, answered } from './answer.ts';
import type { ReferenceCase } from './fixtures.ts';
import { vector } from './numbers.ts';

const inputSchema = z.strictObject({ x: vector });
const argsSchema = z.strictObject({ probs: z.array(z.number()) });

/** What R says when it takes the extremes of nothing; the product has none. */
const emptyWarnings = [
  'no non-missing arguments to min; returning Inf',
  'no non-missing arguments to max; returning -Inf',
];

export function descriptives(reference: ReferenceCase): Answer {
  if ('totals' in reference.input) return thesisTables(reference);
  const { x } = inputSchema.parse(reference.input);
  const { probs } = argsSchema.parse(reference.args);
  const values = presentValues(x);
  const description = describe(x);
  const lowerQuartile = quantile(values, 0.25);
  const upperQuartile = quantile(values, 0.75);
  return {
    expect: {
      n: description.n,
      nMissing: description.absent,
      sum: description.sum,
      mean: description.mean,
      median: description.median,
      sd: description.standardDeviation,
      var: variance(values),
      min: isMissing(description.minimum) ? Number.POSITIVE_INFINITY : description.minimum,
      max: isMissing(description.maximum) ? Number.NEGATIVE_INFINITY : description.maximum,
      quantiles: probs.map((probability) => quantile(values, probability)),
      iqr: isMissing(lowerQuartile) || isMissing(upperQuartile) ? null : upperQuartile - lowerQuartile,
    },
    warnings: description.n === 0 ? emptyWarnings : [],
    error: null,
  };
}

const totals = z.record(z.string(), z.number());
const tablesSchema = z.strictObject({ pairs: z.number(), totals, right: totals, left: totals });

/** Tables 4 to 6 of the thesis: each total over the number of pairs. */
function thesisTables({ input }: ReferenceCase): Answer {
  const tables = tablesSchema.parse(input);
  const means = (side: Record<string, number>) =>
    Object.fromEntries(Object.entries(side).map(([name, total]) => [name, total / tables.pairs]));
  return answered({
    meanAll: means(tables.totals),
    meanRight: means(tables.right),
    meanLeft: means(tables.left),
    sumsMatch: Object.entries(tables.totals).every(
      ([name, total]) => (tables.right[name] ?? 0) + (tables.left[name] ?? 0) === total,
    ),
  });
}
