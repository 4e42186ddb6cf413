import * as z from 'zod';
import { lehmerGenerator } from '#shared/statistics/lehmer-generator.ts';

const generator = { type: z.literal('lehmer48271'), seed: z.number().int(), n: z.number().int() };

/** The recipe of a long vector, with four figures that show whether it was followed. */
export const lehmerSchema = z.strictObject({
  gen: z.discriminatedUnion('form', [
    z.strictObject({ ...generator, form: z.literal('uniform'), lo: z.number(), hi: z.number() }),
    z.strictObject({ ...generator, form: z.literal('floor'), k: z.number(), offset: z.number() }),
    z.strictObject({ ...generator, form: z.literal('irwin12'), mean: z.number(), sd: z.number() }),
  ]),
  check: z.strictObject({ first: z.number(), second: z.number(), last: z.number(), sum: z.number() }),
});

/** Writes the vector out; throws when it does not match its own check. */
export function expandLehmer({ gen, check }: z.infer<typeof lehmerSchema>): readonly number[] {
  const next = lehmerGenerator(gen.seed);
  const draw = (): number => {
    if (gen.form === 'uniform') return gen.lo + (gen.hi - gen.lo) * next();
    if (gen.form === 'floor') return Math.floor(next() * gen.k) + gen.offset;
    let total = next();
    for (let count = 1; count < 12; count += 1) total += next();
    return gen.mean + gen.sd * (total - 6);
  };
  const values = Array.from({ length: gen.n }, draw);
  const total = values.reduce((sum, value) => sum + value, 0);
  const followed =
    values[0] === check.first &&
    values[1] === check.second &&
    values.at(-1) === check.last &&
    Math.abs(total - check.sum) <= 1e-9 * Math.abs(check.sum);
  if (!followed) throw new Error(`the generated vector of seed ${gen.seed} differs from its check`);
  return values;
}
