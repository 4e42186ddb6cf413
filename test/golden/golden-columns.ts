import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { definitionsSchema } from './cohort-tables.ts';

const COHORT_FOLDERS = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => join(import.meta.dirname, name));

const { tables, vocabularies } = definitionsSchema.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, 'definitions.json'), 'utf8')),
);

export interface GoldenColumn {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly vocabulary: string | null;
  /** The cells of all cohorts, as they are written; blank where there is no value. */
  readonly cells: readonly string[];
}

/** The rows of a golden table. No cell needs quotation marks: they are figures, codes and the names of centres. */
function rowsOf(table: string, columns: number): readonly (readonly string[])[] {
  return COHORT_FOLDERS.flatMap((folder) =>
    readFileSync(join(folder, `${table}.csv`), 'utf8')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => {
        const cells = line.split(',');
        if (cells.length !== columns)
          throw new Error(`${folder}/${table}.csv: not ${columns} cells: ${line}`);
        return cells;
      }),
  );
}

/** The columns of each table, over the golden tables of all cohorts. */
export const GOLDEN_TABLES: readonly (readonly GoldenColumn[])[] = tables.map(({ name: table, columns }) => {
  const rows = rowsOf(table, columns.length);
  return columns.map(({ name, type, vocabulary }, position) => ({
    table,
    name,
    type,
    vocabulary,
    cells: rows.map((cells) => cells[position] ?? ''),
  }));
});

export const VOCABULARIES = vocabularies;
