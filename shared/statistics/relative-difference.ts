import { mean } from './descriptives.ts';
import type { Outcome } from './outcome.ts';
import { completePairs, type Sample } from './sample.ts';

export interface RelativeDifference extends Outcome {
  /** Pairs of which it can be said. */
  readonly n: number;
  /** Mean of 100 (x − y)/((x + y)/2), in per cent. */
  readonly meanPercent: number | null;
}

/**
 * Mean difference in per cent of each pair's own mean, for measurements whose spread grows with their size
 * (Bland & Altman 1999 Stat Methods Med Res 8:135, section 3). Of a pair whose mean is 0 it cannot be said.
 */
export function relativeDifference(x: Sample, y: Sample): RelativeDifference {
  const pairs = completePairs(x, y);
  if (pairs === null) return { n: 0, meanPercent: null, reason: 'lengths_differ', warnings: [] };
  const percents = pairs.x
    .map((value, index) => {
      const other = pairs.y[index] ?? Number.NaN;
      return (200 * (value - other)) / (value + other);
    })
    .filter(Number.isFinite);
  const meanPercent = mean(percents);
  const reason = meanPercent === null ? 'no_observation' : null;
  return { n: percents.length, meanPercent, reason, warnings: [] };
}
