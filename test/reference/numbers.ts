import * as z from 'zod';
import { expandLehmer, lehmerSchema } from './lehmer.ts';

/** A number as the files write it: infinities and NaN by name. */
export const symbols: Readonly<Record<string, number>> = {
  NaN: Number.NaN,
  Inf: Number.POSITIVE_INFINITY,
  '-Inf': Number.NEGATIVE_INFINITY,
};

export const number = z.union([
  z.number(),
  z.enum(['NaN', 'Inf', '-Inf']).transform((name) => symbols[name] ?? 0),
]);

/** A vector of R: NA is null; long ones are given by their generator. */
export const vector = z.union([
  z.array(number.nullable()),
  lehmerSchema.transform((recipe): readonly (number | null)[] => expandLehmer(recipe)),
]);

/** A vector without NA. */
export const numbers = z.array(number);
