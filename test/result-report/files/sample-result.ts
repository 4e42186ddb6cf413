import { join } from 'node:path';
import { readCohort } from '#cdk/commands/files.ts';
import { studyComputation } from '#shared/analyses/study-computation.ts';
import type { StudySettings } from '#shared/protocol/study-settings.ts';
import { manifestText } from '#shared/publication/manifest.ts';
import type { ResultSources } from '#shared/publication/result-computation.ts';
import { TABLES_FILE } from '#shared/publication/table-files.ts';
import { type PublishedResult, parseResult } from '#shared/result-report/published-result.ts';
import type { CentreRow } from '#shared/study/study.ts';
import { SAMPLE_COHORTS_FOLDER } from '#test/sample-cohorts.ts';
import { rowsOfCentres } from '#test/study/sample-cohort.ts';
import { SETTINGS } from '#test/study/settings.ts';

/** A result as it lies in the bucket: the text of each table's CSV file by its name, and what is read of it. */
export interface SampleResult {
  readonly files: ReadonlyMap<string, string>;
  readonly result: PublishedResult;
}

/** What the study computes of some rows, and of what else is said, as it is published; read anew from the texts. */
export async function computedResult(
  own: Partial<ResultSources> & Pick<ResultSources, 'rows'>,
): Promise<SampleResult> {
  const { tables, manifest } = await studyComputation.computeResult({
    id: '0123456789abcdef0123456789abcdef',
    settings: SETTINGS,
    codeVersion: '1.0.0+0123456789ab',
    commit: 'f'.repeat(40),
    files: [],
    pending: [],
    started: new Date('2026-11-26T02:00:00.000Z'),
    now: () => new Date('2026-11-26T02:00:01.500Z'),
    ...own,
  });
  return { files: tables, result: parseResult(tables.get(TABLES_FILE) ?? '', manifestText(manifest)) };
}

/** The rows of a sample cohort's files, none of which is refused. */
export const sampleRows = async (cohort: string): Promise<readonly CentreRow[]> =>
  rowsOfCentres(await readCohort(join(SAMPLE_COHORTS_FOLDER, cohort)));

const computed = new Map<string, Promise<SampleResult>>();

/** What a sample cohort gives, as a published result; computed once. */
export function sampleResult(cohort: string, settings: Partial<StudySettings> = {}): Promise<SampleResult> {
  const name = JSON.stringify([cohort, settings]);
  const result =
    computed.get(name) ??
    sampleRows(cohort).then((rows) => computedResult({ rows, settings: { ...SETTINGS, ...settings } }));
  computed.set(name, result);
  return result;
}

/** As an earlier release published it: without these tables. */
export const withoutTables = (result: PublishedResult, names: readonly string[]): PublishedResult => ({
  ...result,
  tables: result.tables.filter(({ name }) => !names.includes(name)),
});
