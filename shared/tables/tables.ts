import { LESIONS, type LesionRow } from './lesions.ts';
import { PAIRS, type PairRow } from './pairs.ts';
import { PATIENT_ID, PATIENTS, type PatientRow } from './patients.ts';
import { READERS, type ReaderRow } from './readers.ts';
import type { Column, Table } from './table.ts';
import { VISIBILITY, type VisibilityRow } from './visibility.ts';

/** The tables that a centre uploads, in the order in which a study is entered. */
export const TABLES = {
  patients: PATIENTS,
  pairs: PAIRS,
  lesions: LESIONS,
  visibility: VISIBILITY,
  readers: READERS,
} as const;

export const TABLE_NAMES = [
  'patients',
  'pairs',
  'lesions',
  'visibility',
  'readers',
] as const satisfies readonly (keyof typeof TABLES)[];
export type TableName = (typeof TABLE_NAMES)[number];

const definitionOf = (
  table: TableName,
): Pick<Table<string, readonly Column[]>, 'isOptional' | 'keyColumns'> => TABLES[table];

/** Those without which a centre's study is not whole. */
export const EXPECTED_TABLES: readonly TableName[] = TABLE_NAMES.filter(
  (table) => definitionOf(table).isOptional !== true,
);

/** Something for each table. */
export const ofEachTable = <T>(make: (table: TableName) => T): Readonly<Record<TableName, T>> => ({
  patients: make('patients'),
  pairs: make('pairs'),
  lesions: make('lesions'),
  visibility: make('visibility'),
  readers: make('readers'),
});

export interface Rows {
  patients: PatientRow;
  pairs: PairRow;
  lesions: LesionRow;
  visibility: VisibilityRow;
  readers: ReaderRow;
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
    case 'visibility':
      return VISIBILITY.holds(value) ? { table, row: value } : undefined;
    case 'readers':
      return READERS.holds(value) ? { table, row: value } : undefined;
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

/** Whose a row is; undefined in a table that is not about patients. */
export const patientOf = ({ row }: Pick<TableRow, 'row'>): string | undefined =>
  PATIENT_ID.name in row ? row.patient_id : undefined;

/** Those whose rows are each a patient's; the keys of their rows begin with him. */
export const TABLES_OF_PATIENTS: readonly TableName[] = TABLE_NAMES.filter(
  (table) => definitionOf(table).keyColumns[0] === PATIENT_ID.name,
);

/**
 * What tells a row from the centre's other rows of its table: `patient`, `patient#pair#reader`, `patient#pair#reader#lesion`
 * or `reader`.
 */
export type RowKey = string;

export const rowKey = ({ table, row }: TableRow): RowKey =>
  keyOf(TABLES[table].keyColumns.map((column) => Reflect.get(row, column)));

/** @param values - of the table's key columns */
export const keyOf = (values: readonly unknown[]): RowKey => values.map(String).join('#');

/** The same row in an object of its own. */
export const copied = <T extends TableRow>(content: T): T => ({ ...content, row: { ...content.row } });
