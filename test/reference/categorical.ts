import { z } from 'zod';
import { cohenKappa } from '#shared/statistics/cohen-kappa.ts';
import { whyMissing } from '#shared/statistics/figure.ts';
import { wilsonInterval } from '#shared/statistics/proportion.ts';
import { binomialTest } from '#shared/statistics/sign-test.ts';
import { type Answer, answered, noArguments } from './answer.ts';
import { limitsAsInR, pAsInR } from './as-in-r.ts';
import type { ReferenceCase } from './fixtures.ts';

const countsSchema = z.strictObject({ x: z.number(), n: z.number() });
const tableSchema = z.strictObject({ table: z.array(z.array(z.number())) });
const argsSchema = z.strictObject({ weights: z.enum(['unweighted', 'linear', 'quadratic']) });

export function categorical({ input, args }: ReferenceCase): Answer {
  if ('table' in input) {
    const { kappa, standardError, nullStandardError, interval, z, pValue, observed, expected } = cohenKappa(
      tableSchema.parse(input).table,
      argsSchema.parse(args).weights,
    );
    return answered({
      kappa,
      se: standardError,
      se0: nullStandardError,
      z,
      pValue: pAsInR(pValue),
      confInt: limitsAsInR(interval),
      observed,
      expected,
    });
  }
  noArguments.parse(args);
  const { x, n } = countsSchema.parse(input);
  const test = binomialTest(x, n);
  if (whyMissing(test.estimate) === 'no_observation') {
    return { expect: null, warnings: [], error: "'n' must be a positive integer >= 'x'" };
  }
  return answered({
    estimate: test.estimate,
    pValue: pAsInR(test.pValue),
    clopperPearson: limitsAsInR(test.interval),
    wilson: limitsAsInR(wilsonInterval(x / n, n)),
  });
}
