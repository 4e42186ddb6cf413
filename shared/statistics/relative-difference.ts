import { mean } from './descriptives.ts';
import { type Figure, isMissing } from './figure.ts';
import { completePairs, type Sample } from './sample.ts';

export interface RelativeDifference {
  /** Pairs of which it can be said. */
  readonly n: number;
  /** Mean of 100 (x − y)/((x + y)/2), in per cent. */
  readonly meanPercent: Figure;
}

/**
 * Mean difference in per cent of each pair's own mean, for measurements whose spread grows with their size
 * (Bland & Altman 1999 Stat Methods Med Res 8:135, section 3). Of a pair whose mean is 0 it cannot be said.
 */
export function relativeDifference(x: Sample, y: Sample): RelativeDifference {
  const pairs = completePairs(x, y);
  if (isMissing(pairs)) return { n: 0, meanPercent: pairs };
  const percents = pairs.x
    .map((value, index) => {
      const other = pairs.y[index] ?? Number.NaN;
      return (200 * (value - other)) / (value + other);
    })
    .filter(Number.isFinite);
  return { n: percents.length, meanPercent: mean(percents) };
}
