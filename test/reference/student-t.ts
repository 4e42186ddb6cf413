import * as z from 'zod';
import { isMissing, mapped, whyMissing } from '#shared/statistics/figure.ts';
import { standardisedMeanDifference, type TTest, tTest } from '#shared/statistics/t-test.ts';
import type { Answer } from './answer.ts';
import { limitsAsInR, pAsInR } from './as-in-r.ts';
import type { ReferenceCase } from './fixtures.ts';
import { number, vector } from './numbers.ts';
import { alternatives, tTestErrors } from './r-messages.ts';

const inputSchema = z.strictObject({ x: vector, y: vector.nullish() });
const argsSchema = z.strictObject({
  alternative: z.enum(['two.sided', 'less', 'greater']).optional(),
  mu: number.optional(),
  paired: z.literal(true).optional(),
  'conf.level': number.optional(),
});

export function studentT({ input, args }: ReferenceCase): Answer {
  const { x, y = null } = inputSchema.parse(input);
  const { alternative, mu, 'conf.level': level } = argsSchema.parse(args);
  const test = tTest(x, y, {
    alternative: alternatives[alternative ?? 'two.sided'],
    mu: mu ?? 0,
    level: level ?? 0.95,
  });
  const error = isMissing(test.pValue) ? (tTestErrors[test.pValue.missing] ?? null) : null;
  if (error !== null) return { expect: null, warnings: [], error };
  const effect = y === null ? null : standardisedMeanDifference(x, y);
  return {
    expect: {
      ...significanceAsInR(test, alternative ?? 'two.sided', mu ?? 0),
      df: test.degreesOfFreedom,
      confInt: limitsAsInR(test.interval),
      estimate: [test.estimate],
      stderr: test.standardError,
      method: y === null ? 'One Sample t-test' : 'Paired t-test',
      cohenDz: effect?.dz ?? null,
      hedgesGz: effect?.gz ?? null,
    },
    warnings: [],
    error: null,
  };
}

/** Differences that are all zero, tested against another μ: R divides by zero and goes on. */
function significanceAsInR(test: TTest, alternative: string, mu: number) {
  if (whyMissing(test.statistic) !== 'all_zero' || mu === 0) {
    return {
      statistic: test.statistic,
      pValue: pAsInR(test.pValue),
      log10P: mapped(test.pValue, ({ log10P }) => log10P),
    };
  }
  const statistic = -mu * Number.POSITIVE_INFINITY;
  const certain = alternative === (statistic > 0 ? 'less' : 'greater');
  return { statistic, pValue: certain ? 1 : 0, log10P: certain ? 0 : Number.NEGATIVE_INFINITY };
}
