import { LESIONS, type LesionRow } from './lesions.ts';
import { PAIRS, type PairRow } from './pairs.ts';
import { PATIENTS, type PatientRow } from './patients.ts';

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

/** What tells a row from the centre's other rows of its table: `patient#pair#reader#lesion`, as far as it goes. */
export type RowKey = string;

export function rowKey({ table, row }: TableRow): RowKey {
  return TABLES[table].keyColumns.map((column) => String(Reflect.get(row, column))).join('#');
}
