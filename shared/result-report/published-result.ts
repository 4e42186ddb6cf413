import {
  MissingColumn,
  parseTables,
  parseVocabularies,
  recordsIn,
  type TableCell,
  type TableRecord,
  type TitleOf,
  titlesIn,
  type Vocabularies,
} from '#shared/presentation/read-table.ts';
import { type Manifest, manifestSchema } from '#shared/publication/manifest.ts';
import type { ResultTable } from '#shared/publication/result-table.ts';

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
export function parseResult(tables: string, manifest: string): PublishedResult {
  const vocabularies = parseVocabularies(tables);
  return {
    tables: parseTables(tables),
    titleOf: titlesIn(vocabularies),
    vocabularies,
    manifest: manifestSchema.parse(JSON.parse(manifest)),
  };
}

/** A cell of a published table. */
export type PublishedCell = TableCell;

/** A row of a published table. */
export type PublishedRow = TableRecord;

/** What is made of a result, or nothing where that asks for a column that the result lacks. */
export function whereColumnsAre<Made>(make: () => Made): Made | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof MissingColumn) return undefined;
    throw error;
  }
}

/** The rows of a table; none where the result has no such table, as one of an earlier release. */
export function rowsOf({ tables }: PublishedResult, name: string): readonly PublishedRow[] {
  const table = tables.find((candidate) => candidate.name === name);
  return table === undefined ? [] : recordsIn(table);
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
