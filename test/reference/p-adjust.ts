import { z } from 'zod';
import { missing } from '#shared/statistics/figure.ts';
import { adjustPValues } from '#shared/statistics/p-value-adjustment.ts';
import { type Answer, answered } from './answer.ts';
import type { ReferenceCase } from './fixtures.ts';
import { vector } from './numbers.ts';

const inputSchema = z.strictObject({ p: vector });
const argsSchema = z.strictObject({ method: z.enum(['holm', 'BH', 'none']), n: z.number().optional() });
const methods = { holm: 'holm', BH: 'benjamini-hochberg', none: 'none' } as const;

export function pAdjust({ input, args }: ReferenceCase): Answer {
  const { p } = inputSchema.parse(input);
  const { method, n } = argsSchema.parse(args);
  try {
    const pValues = p.map((value) => value ?? missing('no_observation'));
    return answered(adjustPValues(pValues, methods[method], n));
  } catch (error) {
    if (error instanceof RangeError) return { expect: null, warnings: [], error: 'n >= lp is not TRUE' };
    throw error;
  }
}
