import * as z from 'zod';

const bilingual = z.strictObject({ fr: z.string(), en: z.string() });

/** What stands in `tables.json` beside the rows: what the tables, their columns and their codes mean. */
export const definitionsSchema = z.object({
  tables: z.array(
    z.object({
      name: z.string(),
      title: bilingual,
      columns: z.array(
        z.strictObject({
          name: z.string(),
          type: z.enum(['text', 'integer', 'number', 'boolean']),
          unit: z.string().nullable(),
          title: bilingual,
          vocabulary: z.string().nullable(),
        }),
      ),
    }),
  ),
  vocabularies: z.record(z.string(), z.record(z.string(), bilingual)),
});
export type Definitions = z.infer<typeof definitionsSchema>;

/** Of tables that some studies have and others have not: those of the study with most, and every vocabulary. */
export function mergedDefinitions(all: readonly Definitions[]): Definitions {
  const [most] = all.toSorted((one, other) => other.tables.length - one.tables.length);
  if (most === undefined) throw new Error('no study has tables');
  return { tables: most.tables, vocabularies: Object.assign({}, ...all.map((one) => one.vocabularies)) };
}
