import { z } from 'zod';
import { isMissing } from '#shared/statistics/figure.ts';
import { type MetaAnalysis, metaAnalysis, type PooledEffect } from '#shared/statistics/meta-analysis.ts';
import { type Answer, noArguments } from './answer.ts';
import { limitsAsInR, pAsInR } from './as-in-r.ts';
import type { ReferenceCase } from './fixtures.ts';
import { numbers } from './numbers.ts';

const inputSchema = z.strictObject({ yi: numbers, vi: numbers });

export function heterogeneity({ input, args }: ReferenceCase): Answer {
  noArguments.parse(args);
  const { yi, vi } = inputSchema.parse(input);
  const result = metaAnalysis(yi.map((effect, centre) => ({ effect, variance: vi[centre] ?? 0 })));
  return result.centres === 1 ? oneCentre(result) : several(result);
}

const pooled = (effect: PooledEffect) => ({
  estimate: effect.estimate,
  se: effect.standardError,
  confInt: limitsAsInR(effect.interval),
  pValue: pAsInR(effect.pValue),
});

function several(result: MetaAnalysis): Answer {
  const { hartungKnapp, heterogeneity: spread } = result;
  return {
    expect: {
      fixed: pooled(result.common),
      Q: spread.q,
      df: spread.degreesOfFreedom,
      pQ: pAsInR(spread.pValue),
      I2: spread.iSquared,
      H2: spread.hSquared,
      dl: {
        ...pooled(result.random),
        tau2: result.tauSquared,
        piHiggins: limitsAsInR(result.predictionInterval),
      },
      hksj: { ...pooled(hartungKnapp), t: hartungKnapp.t },
    },
    warnings: [],
    error: null,
  };
}

/** With one centre R repeats its effect under every name, by a z test; the product gives it once. */
function oneCentre({ common }: MetaAnalysis): Answer {
  const { estimate, standardError } = common;
  if (isMissing(estimate) || isMissing(standardError)) throw new Error('one centre has its own effect');
  const only = pooled(common);
  return {
    expect: {
      fixed: only,
      Q: 0,
      df: 0,
      pQ: 1,
      I2: null,
      H2: null,
      dl: { ...only, tau2: 0 },
      hksj: { ...only, t: estimate / standardError },
    },
    warnings: ['Setting argument test="z" since k=1.'],
    error: null,
  };
}
