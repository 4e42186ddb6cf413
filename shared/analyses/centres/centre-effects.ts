import { clusterRobustMean } from '#shared/statistics/cluster-robust-mean.ts';
import { clusteredRateRatio } from '#shared/statistics/clustered-rate-ratio.ts';
import { clusteredDifferences, clusteredSample, clusterSums } from '#shared/statistics/clustered-sample.ts';
import { type MetaAnalysis, metaAnalysis } from '#shared/statistics/meta-analysis.ts';
import type { Interval, Reason } from '#shared/statistics/outcome.ts';
import type { GroupSample } from './centre-samples.ts';
import { FEWEST_CENTRES_POOLED } from './folding-terms.ts';

/** What one group of centres says of a comparison. */
export interface Effect {
  readonly estimate: number | null;
  readonly standardError: number | null;
  readonly interval: Interval | null;
  readonly reason: Reason | null;
}

/** Divides an effect into the unit that it is published in. */
function inParts({ estimate, standardError, interval, reason }: Effect, parts: number): Effect {
  const part = (value: number | null) => (value === null ? null : value / parts);
  return {
    estimate: part(estimate),
    standardError: part(standardError),
    interval: interval && {
      lower: interval.lower / parts,
      upper: interval.upper / parts,
      level: interval.level,
    },
    reason,
  };
}

/** The mean difference first − second, with the error and interval of CR2. */
export const meanDifference =
  (parts: number) =>
  ({ first, second, patients }: GroupSample): Effect => {
    const { mean, standardError, interval, reason } = clusterRobustMean(
      clusteredDifferences(first, second, patients),
    );
    return inParts({ estimate: mean, standardError, interval, reason }, parts);
  };

/** ln of the ratio of the totals, with the error that its t interval is made of. */
export function logRateRatio({ first, second, patients }: GroupSample): Effect {
  const totals = (counts: Float64Array) => clusterSums(clusteredSample(counts, patients));
  const { ratio, intervalErrorOfLog, interval, reason } = clusteredRateRatio(totals(first), totals(second));
  return {
    estimate: ratio === null ? null : Math.log(ratio),
    standardError: intervalErrorOfLog,
    interval: interval && {
      lower: Math.log(interval.lower),
      upper: Math.log(interval.upper),
      level: interval.level,
    },
    // Too few patients for the large-sample interval, which is not shown here.
    reason: interval === null ? reason : null,
  };
}

/** Pools the effects that have an error; null where they are fewer than three. */
export function pool(effects: readonly Effect[]): MetaAnalysis | null {
  const usable = effects.flatMap(({ estimate, standardError }) =>
    estimate === null || standardError === null ? [] : [{ effect: estimate, variance: standardError ** 2 }],
  );
  return usable.length < FEWEST_CENTRES_POOLED ? null : metaAnalysis(usable);
}
