import { SAMPLE_COHORTS } from '#test/sample-cohorts.ts';
import { GOLDEN_DEFINITIONS, goldenRows } from './golden-files.ts';

export interface GoldenColumn {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly vocabulary: string | null;
  /** The cells of all cohorts, as they are written; blank where there is no value. */
  readonly cells: readonly string[];
}

/** The columns of each table, over the golden tables of all cohorts. */
export const GOLDEN_TABLES: readonly (readonly GoldenColumn[])[] = GOLDEN_DEFINITIONS.tables.map((table) => {
  const rows = SAMPLE_COHORTS.flatMap((cohort) => goldenRows(cohort, table));
  return table.columns.map(({ name, type, vocabulary }, position) => ({
    table: table.name,
    name,
    type,
    vocabulary,
    cells: rows.map((cells) => cells[position] ?? ''),
  }));
});
