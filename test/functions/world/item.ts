import * as z from 'zod';

export type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value };

/** What DynamoDB can hold of what the study writes; NaN and undefined are not among it. */
export const valueSchema: z.ZodType<Value> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.null(),
    z.array(valueSchema),
    z.record(z.string(), valueSchema),
  ]),
);
export const itemKeySchema = z.strictObject({ pk: z.string().min(1), sk: z.string().min(1) });
export const itemSchema = z.intersection(
  z.looseObject(itemKeySchema.shape),
  z.record(z.string(), valueSchema),
);

export type ItemKey = z.infer<typeof itemKeySchema>;
export type Item = Readonly<Record<string, Value>> & ItemKey;
