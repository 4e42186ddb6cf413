import type { CellValue } from '#shared/tables/column-kinds.ts';
import { PATIENT_ID } from '#shared/tables/patients.ts';
import {
  copied,
  keyOf,
  type RowKey,
  TABLES,
  type TableName,
  type TableRow,
  tableRow,
} from '#shared/tables/tables.ts';
import type { FileColumns } from './file-columns.ts';
import { type FileRow, type RowAtHand, RowOfColumns } from './file-row.ts';
import { isAscending } from './is-ascending.ts';
import { inCell, type Place } from './problem.ts';
import type { ReadColumn } from './read-column.ts';

type Value = CellValue | null;

/** The rows of a file, kept by their columns: as objects they would take many times as much memory. */
export class FileRows implements Iterable<FileRow> {
  readonly table: TableName;
  readonly length: number;
  readonly #columns: FileColumns;
  #first: TableRow | undefined;
  #all: readonly FileRow[] | undefined;

  constructor(columns: FileColumns) {
    this.table = columns.header.table;
    this.length = columns.length;
    this.#columns = columns;
  }

  /** In order of lines. */
  get all(): readonly FileRow[] {
    this.#all ??= Array.from({ length: this.length }, (_, row) => this.rowAt(row));
    return this.#all;
  }

  *[Symbol.iterator](): Generator<FileRow> {
    for (let row = 0; row < this.length; row++) yield this.rowAt(row);
  }

  rowAt(row: number): FileRow {
    return new RowOfColumns(this, row);
  }

  /** What each row says in a column. */
  valuesOf(column: string): (row: number) => Value {
    return this.#columns.valuesOf(column);
  }

  /** Those whose value in a column is one of those that are asked for; each value is looked at once. */
  where(column: string, isAskedFor: (value: Value) => boolean): Iterable<FileRow> {
    const valueAt = this.valuesOf(column);
    const isOne =
      this.#columns.column(column)?.where(isAskedFor) ?? ((row: number) => isAskedFor(valueAt(row)));
    const rows = this;
    return {
      *[Symbol.iterator]() {
        for (let row = 0; row < rows.length; row++) if (isOne(row)) yield rows.rowAt(row);
      },
    };
  }

  /** Those of the patients who are asked for. */
  ofPatients(isAskedFor: (id: string) => boolean): Iterable<FileRow> {
    return this.where(PATIENT_ID.name, (id) => isAskedFor(String(id)));
  }

  /** The patients whom the file names, also in lines that are no rows; none in a table that is not about patients. */
  patientIds(): readonly string[] {
    return this.#columns.column(PATIENT_ID.name)?.values.map(String) ?? [];
  }

  /** The positions of each patient's rows; none in a table that is not about patients. */
  byPatient(): readonly (readonly number[])[] {
    const ids = this.#columns.column(PATIENT_ID.name);
    const patients: number[][] = ids?.values.map(() => []) ?? [];
    for (let row = 0; row < this.length; row++) patients[ids?.meaningAt(row) ?? 0]?.push(row);
    return patients;
  }

  /** The rows with the key of a row above, each with the first such. */
  *repeated(): Generator<{ readonly row: FileRow; readonly first: FileRow }> {
    const columns = TABLES[this.table].keyColumns.flatMap((name) => this.#columns.column(name) ?? []);
    const digits = columns.map((column) => ({ column, base: column.values.length }));
    const keyOfRow = (row: number) => {
      let key = 0;
      for (const { column, base } of digits) key = key * base + column.meaningAt(row);
      return key;
    };
    if (isAscending(this.length, keyOfRow)) return;
    const firsts = new Map<number, number>();
    for (let row = 0; row < this.length; row++) {
      const key = keyOfRow(row);
      const first = firsts.get(key);
      if (first === undefined) firsts.set(key, row);
      else yield { row: this.rowAt(row), first: this.rowAt(first) };
    }
  }

  /**
   * Looks at one row after the other, in order of lines.
   *
   * @param look - is given the same row each time, with other values: it may keep these alone
   */
  each(look: (hand: RowAtHand, row: number) => void): void {
    if (this.length === 0) return;
    let row = 0;
    const hand = { content: this.contentAt(0), at: (column: string) => this.placeAt(row, column) };
    for (; row < this.length; row++) {
      for (const column of this.#columns.named) if (column.changesAt(row)) setCell(hand.content, column, row);
      look(hand, row);
    }
  }

  contentAt(row: number): TableRow {
    this.#first ??= this.#proven();
    const content = copied(this.#first);
    for (const column of this.#columns.named) setCell(content, column, row);
    return content;
  }

  /** The first row, proven to be one of the table. So are the others: each of their values is one of its column. */
  #proven(): TableRow {
    const columns: readonly { readonly name: string }[] = TABLES[this.table].columns;
    // An object that is filled column by column would take six times as much memory, and so would its copies.
    const row = Object.fromEntries(columns.map(({ name }) => [name, this.valuesOf(name)(0)]));
    const content = tableRow(this.table, row);
    if (content === undefined)
      throw new Error(`a row of ${this.table} was read that its table does not hold`);
    return content;
  }

  keyAt(row: number): RowKey {
    return keyOf(TABLES[this.table].keyColumns.map((name) => this.valuesOf(name)(row)));
  }

  lineAt(row: number): number {
    return this.#columns.lineAt(row);
  }

  placeAt(row: number, column: string): Place {
    return inCell(this.lineAt(row), column, this.#columns.column(column)?.textAt(row) ?? '');
  }
}

function setCell({ row }: TableRow, column: ReadColumn, at: number): void {
  const cells: Record<string, Value> = row;
  cells[column.name] = column.valueAt(at);
}
