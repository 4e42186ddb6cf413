import { join } from 'node:path';
import { readCohort } from '#cdk/commands/files.ts';
import { studyComputation } from '#shared/analyses/study-computation.ts';
import { manifestText } from '#shared/publication/manifest.ts';
import { TABLES_FILE } from '#shared/publication/table-files.ts';
import { type PublishedResult, parseResult } from '#shared/result-report/published-result.ts';
import { SAMPLE_COHORTS_FOLDER } from '#test/sample-cohorts.ts';
import { rowsOfCentres } from '#test/study/sample-cohort.ts';
import { SETTINGS } from '#test/study/settings.ts';

const AT = new Date(0);

const computed = new Map<string, Promise<PublishedResult>>();

/** What a sample cohort gives, as it is published; computed once. */
export function resultOf(cohort: string): Promise<PublishedResult> {
  const result = computed.get(cohort) ?? computedResult(cohort);
  computed.set(cohort, result);
  return result;
}

async function computedResult(cohort: string): Promise<PublishedResult> {
  const { tables, manifest } = await studyComputation.computeResult({
    id: '0123456789abcdef0123456789abcdef',
    settings: SETTINGS,
    codeVersion: '1.0.0+0123456789ab',
    commit: '0'.repeat(40),
    files: [],
    rows: rowsOfCentres(await readCohort(join(SAMPLE_COHORTS_FOLDER, cohort))),
    pending: [],
    started: AT,
    now: () => AT,
  });
  return parseResult(tables.get(TABLES_FILE) ?? '', manifestText(manifest));
}
