import type { ClusteredRateRatio } from '#shared/statistics/clustered-rate-ratio.ts';
import { allMissing, type Figure, isMissing } from '#shared/statistics/figure.ts';
import { metaAnalysis } from '#shared/statistics/meta-analysis.ts';
import type { PValue } from '#shared/statistics/outcome.ts';

type LevelRatio = Pick<ClusteredRateRatio, 'ratio' | 'standardErrorOfLog'>;

export interface Interaction {
  readonly levels: number;
  readonly q: Figure;
  readonly degreesOfFreedom: Figure;
  readonly pValue: Figure<PValue>;
}

/** Whether the levels differ more than their errors allow: Cochran's Q of their log ratios. */
export function interactionOf(effects: readonly LevelRatio[]): Interaction {
  const usable = effects.flatMap(({ ratio, standardErrorOfLog }) =>
    isMissing(ratio) || isMissing(standardErrorOfLog)
      ? []
      : [{ effect: Math.log(ratio), variance: standardErrorOfLog ** 2 }],
  );
  if (usable.length < 2) {
    return {
      levels: usable.length,
      ...allMissing('too_few_observations', ['q', 'degreesOfFreedom', 'pValue']),
    };
  }
  const { q, degreesOfFreedom, pValue } = metaAnalysis(usable).heterogeneity;
  return { levels: usable.length, q, degreesOfFreedom, pValue };
}
