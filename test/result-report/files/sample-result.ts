import { join } from 'node:path';
import { readCohort } from '#cdk/commands/files.ts';
import { studyComputation } from '#shared/analyses/study-computation.ts';
import type { StudySettings } from '#shared/protocol/study-settings.ts';
import { manifestText } from '#shared/publication/manifest.ts';
import { TABLES_FILE } from '#shared/publication/table-files.ts';
import { type PublishedResult, parseResult } from '#shared/result-report/published-result.ts';
import { SAMPLE_COHORTS_FOLDER } from '#test/sample-cohorts.ts';
import { rowsOfCentres } from '#test/study/sample-cohort.ts';
import { SETTINGS } from '#test/study/settings.ts';

/** A result as it lies in the bucket: the text of each table's CSV file by its name, and what is read of it. */
export interface SampleResult {
  readonly files: ReadonlyMap<string, string>;
  readonly result: PublishedResult;
}

/** What a sample cohort gives, as a published result. */
export async function sampleResult(
  cohort: string,
  settings: Partial<StudySettings> = {},
): Promise<SampleResult> {
  const { tables, manifest } = await studyComputation.computeResult({
    id: '0123456789abcdef0123456789abcdef',
    settings: { ...SETTINGS, ...settings },
    codeVersion: '1.0.0+0123456789ab',
    commit: 'f'.repeat(40),
    files: [],
    rows: rowsOfCentres(await readCohort(join(SAMPLE_COHORTS_FOLDER, cohort))),
    pending: [],
    started: new Date('2026-11-26T02:00:00.000Z'),
    now: () => new Date('2026-11-26T02:00:01.500Z'),
  });
  return { files: tables, result: parseResult(tables.get(TABLES_FILE) ?? '', manifestText(manifest)) };
}
