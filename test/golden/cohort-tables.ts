import { join } from 'node:path';
import { readCohort } from '#cdk/commands/files.ts';
import { studyComputation } from '#shared/analyses/study-computation.ts';
import { TABLES_FILE } from '#shared/publication/table-files.ts';
import { acceptedRows } from '#shared/study/cohort.ts';
import { SAMPLE_COHORTS_FOLDER } from '#test/sample-cohorts.ts';
import { acceptedFiles } from '#test/study/sample-cohort.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { type Definitions, definitionsSchema } from './definitions.ts';

export interface CohortTables {
  readonly cohort: string;
  /** The text of each table's CSV file, by the file's name. */
  readonly csv: ReadonlyMap<string, string>;
  readonly definitions: Definitions;
}

/** The tables of a sample cohort as `ctmri compute` makes them from its folder. */
export async function cohortTables(cohort: string): Promise<CohortTables> {
  const { tables } = await studyComputation.computeResult({
    id: 'golden',
    settings: SETTINGS,
    codeVersion: 'golden',
    commit: 'golden',
    files: [],
    rows: acceptedRows(acceptedFiles(await readCohort(join(SAMPLE_COHORTS_FOLDER, cohort)))),
    pending: [],
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
