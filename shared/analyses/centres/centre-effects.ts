import type { StudySettings } from '#shared/protocol/study-settings.ts';
import { clusterRobustMean } from '#shared/statistics/cluster-robust-mean.ts';
import { clusteredRateRatio } from '#shared/statistics/clustered-rate-ratio.ts';
import { clusteredDifferences, clusteredSample, clusterSums } from '#shared/statistics/clustered-sample.ts';
import { type Figure, isMissing, mapped, missing } from '#shared/statistics/figure.ts';
import { type MetaAnalysis, metaAnalysis } from '#shared/statistics/meta-analysis.ts';
import type { Interval } from '#shared/statistics/outcome.ts';
import type { GroupSample } from './centre-samples.ts';

/** What one group of centres says of a comparison. */
export interface Effect {
  readonly estimate: Figure;
  readonly standardError: Figure;
  readonly interval: Figure<Interval>;
}

/** The same interval in other units, or on another scale. */
const converted = (interval: Figure<Interval>, convert: (limit: number) => number): Figure<Interval> =>
  mapped(interval, ({ lower, upper, level }) => ({ lower: convert(lower), upper: convert(upper), level }));

/**
 * The mean difference first − second, with the error and interval of CR2.
 *
 * @param parts of the unit that it is published in.
 */
export const meanDifference =
  (parts: number) =>
  ({ first, second, patients }: GroupSample): Effect => {
    const inUnits = (value: number) => value / parts;
    const { mean, standardError, interval } = clusterRobustMean(
      clusteredDifferences(first, second, patients),
    );
    return {
      estimate: mapped(mean, inUnits),
      standardError: mapped(standardError, inUnits),
      interval: converted(interval, inUnits),
    };
  };

/** ln of the ratio of the totals, with the error and interval of `rate_ratio`. */
export function logRateRatio({ first, second, patients }: GroupSample): Effect {
  const totals = (counts: Float64Array) => clusterSums(clusteredSample(counts, patients));
  const { ratio, standardErrorOfLog, interval } = clusteredRateRatio(totals(first), totals(second));
  return {
    estimate: mapped(ratio, Math.log),
    standardError: standardErrorOfLog,
    interval: converted(interval, Math.log),
  };
}

/** Pools the effects that have an interval; fewer than the study's fewest are not pooled. */
export function pool(
  effects: readonly Effect[],
  { fewestCentresPooled }: Pick<StudySettings, 'fewestCentresPooled'>,
): Figure<MetaAnalysis, 'too_few_centres'> {
  const usable = effects.flatMap(({ estimate, standardError, interval }) =>
    isMissing(estimate) || isMissing(standardError) || isMissing(interval)
      ? []
      : [{ effect: estimate, variance: standardError ** 2 }],
  );
  return usable.length < fewestCentresPooled ? missing('too_few_centres') : metaAnalysis(usable);
}
