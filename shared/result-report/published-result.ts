import {
  parseTables,
  parseTitles,
  parseVocabularies,
  type TitleOf,
  type Vocabularies,
} from '#shared/presentation/read-table.ts';
import { type Manifest, manifestSchema } from '#shared/publication/manifest.ts';
import type { ResultColumn, ResultTable, ResultValue } from '#shared/publication/result-table.ts';

/** All that a report is made from: the tables of a result, what their codes mean, and where they come from. */
export interface PublishedResult {
  readonly tables: readonly ResultTable[];
  readonly titleOf: TitleOf;
  readonly vocabularies: Vocabularies;
  readonly manifest: Manifest;
}

/**
 * Reads a published result.
 *
 * @param tables - the text of its `tables.json`
 * @param manifest - the text of its `manifest.json`
 */
export const parseResult = (tables: string, manifest: string): PublishedResult => ({
  tables: parseTables(tables),
  titleOf: parseTitles(tables),
  vocabularies: parseVocabularies(tables),
  manifest: manifestSchema.parse(JSON.parse(manifest)),
});

/** A cell of a published table, with the place where anybody can look it up. */
export interface PublishedCell {
  readonly table: string;
  /** From 0, as in `tables.json`. */
  readonly row: number;
  readonly column: ResultColumn;
  readonly value: ResultValue;
}

/** A table lacks a column, as one of an earlier release may; or its name is misspelt here. */
export class MissingColumn extends Error {
  override readonly name = 'MissingColumn';
  constructor(table: string, column: string) {
    super(`the table ${table} has no column ${column}`);
  }
}

/** What is made of a result, or nothing where that asks for a column that the result lacks. */
export function whereColumnsAre<Made>(make: () => Made): Made | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof MissingColumn) return undefined;
    throw error;
  }
}

/** A row of a published table. */
export interface PublishedRow {
  /** An error names a column that is not there. */
  readonly cell: (column: string) => PublishedCell;
  /** Whether the table has such a column, which one of an earlier release may lack. */
  readonly has: (column: string) => boolean;
  /** '' where the cell is blank. */
  readonly text: (column: string) => string;
  /** Null where the cell is blank, or holds no number. */
  readonly figure: (column: string) => number | null;
}

/** The rows of a table; none where the result has no such table, as one of an earlier release. */
export function rowsOf({ tables }: PublishedResult, name: string): readonly PublishedRow[] {
  const table = tables.find((candidate) => candidate.name === name);
  return (table?.rows ?? []).map((values, row) => {
    const cell = (columnName: string): PublishedCell => {
      const position = table?.columns.findIndex((candidate) => candidate.name === columnName) ?? -1;
      const [column, value] = [table?.columns[position], values[position]];
      if (column === undefined || value === undefined) {
        throw new MissingColumn(name, columnName);
      }
      return { table: name, row, column, value };
    };
    return {
      cell,
      has: (columnName) => table?.columns.some(({ name: known }) => known === columnName) ?? false,
      text: (column) => String(cell(column).value ?? ''),
      figure: (column) => {
        const { value } = cell(column);
        return typeof value === 'number' ? value : null;
      },
    };
  });
}

/** The first row whose cells are these, such as `{ side: 'whole', sequence: 'mri_t2fs' }`; none where it has no such column. */
export const rowWhere = (
  result: PublishedResult,
  table: string,
  labels: Readonly<Record<string, string>>,
): PublishedRow | undefined =>
  rowsOf(result, table).find((row) =>
    Object.entries(labels).every(([column, label]) => row.has(column) && row.text(column) === label),
  );
