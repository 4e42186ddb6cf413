import { LESIONS, type LesionRow } from './lesions.ts';
import { PAIRS, type PairRow } from './pairs.ts';
import { PATIENTS, type PatientRow } from './patients.ts';
import type { Column } from './table.ts';

/** The three tables that a centre uploads, in the order in which a study is entered. */
export const TABLES = { patients: PATIENTS, pairs: PAIRS, lesions: LESIONS } as const;

export const TABLE_NAMES = [
  'patients',
  'pairs',
  'lesions',
] as const satisfies readonly (keyof typeof TABLES)[];
export type TableName = (typeof TABLE_NAMES)[number];

export interface Rows {
  patients: PatientRow;
  pairs: PairRow;
  lesions: LesionRow;
}
export type Row = Rows[TableName];

/** A row together with the table that it belongs to. */
export type TableRow = { readonly [T in TableName]: { readonly table: T; readonly row: Rows[T] } }[TableName];

/** The value as a row of that table, or undefined where it is none. */
export function tableRow(table: TableName, value: unknown): TableRow | undefined {
  switch (table) {
    case 'patients':
      return PATIENTS.holds(value) ? { table, row: value } : undefined;
    case 'pairs':
      return PAIRS.holds(value) ? { table, row: value } : undefined;
    case 'lesions':
      return LESIONS.holds(value) ? { table, row: value } : undefined;
  }
}

/**
 * A row as the database keeps it, perhaps from before its table had all of today's columns, or from when it had others:
 * a column that may be blank and is absent says what a blank one says, and an attribute that is no column is left out.
 * Undefined where the value is no row all the same.
 */
export function storedRow(table: TableName, value: Readonly<Record<string, unknown>>): TableRow | undefined {
  const { columns } = TABLES[table];
  return tableRow(
    table,
    Object.fromEntries(columns.map(({ name, blank }: Column) => [name, value[name] ?? blank?.means])),
  );
}

/** What tells a row from the centre's other rows of its table: `patient`, `patient#pair#reader` or `patient#pair#reader#lesion`. */
export type RowKey = string;

export function rowKey({ table, row }: TableRow): RowKey {
  return TABLES[table].keyColumns.map((column) => String(Reflect.get(row, column))).join('#');
}
