import type { StudySettings } from '#shared/protocol/study-settings.ts';
import type { PublishedResult } from '#shared/result-report/published-result.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { computedResult, sampleRows } from '../files/sample-result.ts';

/** What `texts.txt` says where a sentence names the result and its code. */
const NAMES = { id: 'told', codeVersion: 'told', commit: 'told' };

/** A sample cohort, as it is published. */
export async function toldCohort(
  cohort: string,
  settings: StudySettings = SETTINGS,
): Promise<PublishedResult> {
  const { result } = await computedResult({ ...NAMES, rows: await sampleRows(cohort), settings });
  return result;
}

/** A study in which nobody is. */
export const toldNothing = async (): Promise<PublishedResult> =>
  (await computedResult({ ...NAMES, rows: [] })).result;

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
