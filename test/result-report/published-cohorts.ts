import { join } from 'node:path';
import { readCohort } from '#cdk/commands/files.ts';
import { studyComputation } from '#shared/analyses/study-computation.ts';
import { manifestText } from '#shared/publication/manifest.ts';
import { TABLES_FILE } from '#shared/publication/table-files.ts';
import { type PublishedResult, parseResult } from '#shared/result-report/published-result.ts';
import type { FileInForce } from '#shared/storage/centre-head.ts';
import { acceptedRows, type Cohort, examineCohort } from '#shared/study/cohort.ts';
import { SAMPLE_COHORTS_FOLDER } from '#test/sample-cohorts.ts';
import { AT_THE_END, SETTINGS } from '#test/study/settings.ts';

const AT = new Date('2026-11-26T04:00:00.000Z');

/** What a cohort of files is published as; made anew from the texts, as a report reads them. */
export async function publishedOf(cohort: Cohort): Promise<PublishedResult> {
  const examined = examineCohort(cohort, SETTINGS, AT_THE_END);
  const files = examined.flatMap(({ centre, name, examination }): readonly FileInForce[] =>
    examination.verdict === 'refused'
      ? []
      : [
          {
            centre,
            key: `uploads/${centre}/${name}`,
            versionId: 'local',
            sha256: '0'.repeat(64),
            table: examination.table,
            rows: examination.rows.length,
            at: AT.toISOString(),
            generation: '',
          },
        ],
  );
  const { tables, manifest } = await studyComputation.computeResult({
    id: '0123456789abcdef0123456789abcdef',
    settings: SETTINGS,
    codeVersion: '1.0.0+0123456789ab',
    commit: '0'.repeat(40),
    files,
    rows: [...acceptedRows(examined)],
    pending: [],
    started: AT,
    now: () => AT,
  });
  return parseResult(tables.get(TABLES_FILE) ?? '', manifestText(manifest));
}

/** A sample cohort, as it is published. */
export const publishedCohort = async (name: string): Promise<PublishedResult> =>
  publishedOf(await readCohort(join(SAMPLE_COHORTS_FOLDER, name)));

/** A study in which nobody is. */
export const publishedNothing = (): Promise<PublishedResult> => publishedOf(new Map());

/** As an earlier release published it: without these tables. */
export const withoutTables = (result: PublishedResult, names: readonly string[]): PublishedResult => ({
  ...result,
  tables: result.tables.filter(({ name }) => !names.includes(name)),
});
