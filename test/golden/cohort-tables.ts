import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { readCohort } from '#cdk/commands/files.ts';
import { studyComputation } from '#shared/analyses/study-computation.ts';
import { TABLES_FILE } from '#shared/publication/table-files.ts';
import { acceptedRows, examineCohort } from '#shared/study/cohort.ts';
import { SETTINGS } from '#test/study/settings.ts';

const FOLDER = join(import.meta.dirname, '../cohort');

/** Every sample cohort, by the name of its folder. */
export const COHORTS: readonly string[] = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

export interface CohortTables {
  readonly cohort: string;
  /** The text of each table's CSV file, by the file's name. */
  readonly csv: ReadonlyMap<string, string>;
  readonly definitions: Definitions;
}

const bilingual = z.strictObject({ fr: z.string(), en: z.string() });
/** What stands in `tables.json` beside the rows. */
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

/** The tables of a cohort as `ctmri compute` makes them from its folder. */
export async function cohortTables(cohort: string): Promise<CohortTables> {
  const files = examineCohort(await readCohort(join(FOLDER, cohort)));
  for (const { centre, name, examination } of files) {
    if (examination.verdict === 'refused') throw new Error(`${cohort}/${centre}/${name} is refused`);
  }
  const { tables } = await studyComputation.computeResult({
    id: 'golden',
    settings: SETTINGS,
    codeVersion: 'golden',
    commit: 'golden',
    files: [],
    rows: [...acceptedRows(files)],
    started: new Date(0),
    now: () => new Date(0),
  });
  const { [TABLES_FILE]: json, ...csv } = Object.fromEntries(tables);
  return {
    cohort,
    csv: new Map(Object.entries(csv)),
    definitions: definitionsSchema.parse(JSON.parse(json ?? '')),
  };
}
