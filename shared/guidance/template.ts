import type { Column } from '#shared/tables/table.ts';
import { TABLES, type TableName } from '#shared/tables/tables.ts';
import { type CsvDialect, cellIn } from './csv-dialect.ts';
import { type ExampleSettings, exampleRows } from './example-rows.ts';

export const templateName = (table: TableName): string => `${table}.csv`;

/** A file to fill in: the header with every column of the table, and example rows to write over. */
export function template(
  table: TableName,
  dialect: CsvDialect,
  settings: ExampleSettings,
): Uint8Array<ArrayBuffer> {
  const columns: readonly Column[] = TABLES[table].columns;
  const examples = exampleRows(table, settings).map(({ row }) =>
    columns.map(({ name, kind }) => cellIn(dialect, kind.form, Reflect.get(row, name))),
  );
  // No cell of the examples needs quotation marks.
  const lines = [columns.map(({ name }) => name), ...examples];
  const text = lines.map((cells) => `${cells.join(dialect.delimiter)}${dialect.lineEnd}`).join('');
  return new TextEncoder().encode(`${dialect.byteOrderMark ? '\uFEFF' : ''}${text}`);
}
