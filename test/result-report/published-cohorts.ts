import { join } from 'node:path';
import { readCohort } from '#cdk/commands/files.ts';
import type { PublishedResult } from '#shared/result-report/published-result.ts';
import type { FileInForce } from '#shared/storage/centre-head.ts';
import { acceptedRows, type Cohort, examineCohort } from '#shared/study/cohort.ts';
import { SAMPLE_COHORTS_FOLDER } from '#test/sample-cohorts.ts';
import { AT_THE_END, SETTINGS } from '#test/study/settings.ts';
import { computedResult } from './files/sample-result.ts';

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
            at: '2026-11-26T01:00:00.000Z',
            generation: '',
          },
        ],
  );
  const { result } = await computedResult({ files, rows: [...acceptedRows(examined)] });
  return result;
}

const computed = new Map<string, Promise<PublishedResult>>();

/** A sample cohort, as it is published; computed once. */
export function publishedCohort(name: string): Promise<PublishedResult> {
  const result = computed.get(name) ?? readCohort(join(SAMPLE_COHORTS_FOLDER, name)).then(publishedOf);
  computed.set(name, result);
  return result;
}

/** A study in which nobody is. */
export const publishedNothing = (): Promise<PublishedResult> => publishedOf(new Map());
