import { join } from 'node:path';
import { readCohort } from '#cdk/commands/files.ts';
import { studyComputation } from '#shared/analyses/study-computation.ts';
import type { StudySettings } from '#shared/protocol/study-settings.ts';
import { manifestText } from '#shared/publication/manifest.ts';
import { TABLES_FILE } from '#shared/publication/table-files.ts';
import { type PublishedResult, parseResult } from '#shared/result-report/published-result.ts';
import type { CentreRow } from '#shared/study/study.ts';
import { SAMPLE_COHORTS_FOLDER } from '#test/sample-cohorts.ts';
import { rowsOfCentres } from '#test/study/sample-cohort.ts';
import { SETTINGS } from '#test/study/settings.ts';

async function publishedOf(
  rows: readonly CentreRow[],
  settings: StudySettings = SETTINGS,
): Promise<PublishedResult> {
  const { tables, manifest } = await studyComputation.computeResult({
    id: 'told',
    settings,
    codeVersion: 'told',
    commit: 'told',
    files: [],
    rows,
    pending: [],
    started: new Date(0),
    now: () => new Date(0),
  });
  return parseResult(tables.get(TABLES_FILE) ?? '', manifestText(manifest));
}

/** A sample cohort, as it is published. */
export const toldCohort = async (cohort: string, settings?: StudySettings): Promise<PublishedResult> =>
  publishedOf(rowsOfCentres(await readCohort(join(SAMPLE_COHORTS_FOLDER, cohort))), settings);

/** A study in which nobody is. */
export const toldNothing = (): Promise<PublishedResult> => publishedOf([]);

/** As an earlier release published it: without these tables. */
export const withoutTables = (result: PublishedResult, names: readonly string[]): PublishedResult => ({
  ...result,
  tables: result.tables.filter(({ name }) => !names.includes(name)),
});

/** The same result with other cells in the rows of a table whose cells are these. */
export const withCells = (
  result: PublishedResult,
  table: string,
  labels: Readonly<Record<string, string>>,
  cells: Readonly<Record<string, string | number | null>>,
): PublishedResult => ({
  ...result,
  tables: result.tables.map((found) => {
    if (found.name !== table) return found;
    const at = (column: string) => found.columns.findIndex(({ name }) => name === column);
    const rows = found.rows.map((row) =>
      Object.entries(labels).every(([column, label]) => row[at(column)] === label)
        ? row.map((value, position) => {
            const column = found.columns[position]?.name ?? '';
            return column in cells ? (cells[column] ?? null) : value;
          })
        : row,
    );
    return { ...found, rows };
  }),
});

/** The same result with a manifest that says otherwise. */
export const withManifest = (
  result: PublishedResult,
  manifest: Partial<PublishedResult['manifest']>,
): PublishedResult => ({ ...result, manifest: { ...result.manifest, ...manifest } });

/** As a release published it that did not have this column yet. */
export const withoutColumn = (result: PublishedResult, table: string, column: string): PublishedResult => ({
  ...result,
  tables: result.tables.map((found) => {
    if (found.name !== table) return found;
    const position = found.columns.findIndex(({ name }) => name === column);
    return {
      ...found,
      columns: found.columns.toSpliced(position, 1),
      rows: found.rows.map((row) => row.toSpliced(position, 1)),
    };
  }),
});
