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
import { isOutside } from './line-problems.ts';
import { inCell, type Place, type Problem } from './problem.ts';
import { ReadColumn } from './read-column.ts';
import type { Header } from './recognise-header.ts';
import { everyCell } from './split-cells.ts';
import type { NumberedLine } from './split-lines.ts';

/** A row of the file that is one of its table, and where each of its cells stands. */
export interface FileRow {
  readonly content: TableRow;
  readonly key: RowKey;
  readonly line: number;
  readonly at: (column: string) => Place;
}

/** What a rule of one row looks at. */
export type RowAtHand = Pick<FileRow, 'content' | 'at'>;

/** The rows of a file, kept by their columns: as objects they would take many times as much memory. */
export class FileRows {
  readonly table: TableName;
  readonly #all: FileRow[] = [];
  readonly #header: Header;
  /** By their position in the header. */
  readonly #columns: readonly (ReadColumn | undefined)[];
  readonly #byName: ReadonlyMap<string, ReadColumn>;
  readonly #lines: Uint32Array;
  #first: TableRow | undefined;

  constructor(header: Header, mostRows: number) {
    this.table = header.table;
    this.#header = header;
    this.#columns = header.columns.map((column) => column && new ReadColumn(column, mostRows));
    const named = this.#columns.filter((column) => column !== undefined);
    this.#byName = new Map(named.map((column) => [column.name, column]));
    this.#lines = new Uint32Array(mostRows);
  }

  /** In order of lines. What a row says is made anew each time that it is asked for. */
  get all(): readonly FileRow[] {
    return this.#all;
  }

  /** Takes a line. @returns whether each of its cells has a value; otherwise it is no row */
  take({ number, text }: NumberedLine): boolean {
    const row = this.#all.length;
    let width = 0;
    const take = (cell: string) => {
      const column = this.#columns[width];
      width += 1;
      return column === undefined ? !isOutside(this.#header, width - 1, cell) : column.take(row, cell);
    };
    if (!everyCell(text, this.#header.delimiter, take)) return false;
    // A row may be shorter than the header: spreadsheets drop blank cells at its end.
    while (width < this.#columns.length) if (!take('')) return false;
    this.#lines[row] = number;
    this.#all.push(new RowOfFile(this, row));
    return true;
  }

  /** Those whose value in a column is one of those that are asked for; each value is looked at once. */
  where(column: string, isAskedFor: (value: CellValue | null) => boolean): readonly FileRow[] {
    const isOne = this.#byName.get(column)?.where(isAskedFor);
    if (isOne !== undefined) return this.#all.filter((_, row) => isOne(row));
    const absent = this.#header.absent.find(({ name }) => name === column);
    return absent !== undefined && isAskedFor(absent.blank?.means ?? null) ? this.#all : [];
  }

  /** Those of the patients who are asked for. */
  ofPatients(isAskedFor: (id: string) => boolean): readonly FileRow[] {
    return this.where(PATIENT_ID.name, (id) => isAskedFor(String(id)));
  }

  /** The patients whom the file names, also those of lines that are no rows; none in a table that is not about patients. */
  patientIds(): readonly string[] {
    return this.#byName.get(PATIENT_ID.name)?.values.map(String) ?? [];
  }

  /** The rows with the key of a row above, each with the first such. */
  *repeated(): Generator<{ readonly row: FileRow; readonly first: FileRow }> {
    const columns = TABLES[this.table].keyColumns.flatMap((name) => this.#byName.get(name) ?? []);
    const digits = columns.map((column) => ({ column, base: column.values.length }));
    const firsts = new Map<number, FileRow>();
    for (const [position, row] of this.#all.entries()) {
      let key = 0;
      for (const { column, base } of digits) key = key * base + column.meaningAt(position);
      const first = firsts.get(key);
      if (first === undefined) firsts.set(key, row);
      else yield { row, first };
    }
  }

  /**
   * Looks at one row after the other, in order of lines.
   *
   * @param look - is given the same `content` each time, with the values of the row: it may keep those alone
   */
  each(look: (content: TableRow, row: FileRow) => void): void {
    if (this.#all.length === 0) return;
    const content = this.contentAt(0);
    const columns = [...this.#byName.values()];
    let position = 0;
    for (const row of this.#all) {
      for (const column of columns) if (column.changesAt(position)) setCell(content, column, position);
      look(content, row);
      position += 1;
    }
  }

  /** The rows of which a rule has something to say. */
  told(rule: (row: RowAtHand) => readonly Problem[]): readonly FileRow[] {
    const told: FileRow[] = [];
    this.each((content, row) => {
      if (rule({ content, at: row.at }).length > 0) told.push(row);
    });
    return told;
  }

  contentAt(row: number): TableRow {
    this.#first ??= this.#proven();
    const content = copied(this.#first);
    for (const column of this.#byName.values()) setCell(content, column, row);
    return content;
  }

  /** The first row, proven to be one of the table. So are the others: each of their values is one of its column. */
  #proven(): TableRow {
    const columns = [...this.#byName.values()].map((column) => [column.name, column.valueAt(0)] as const);
    const absent = this.#header.absent.map(({ name, blank }) => [name, blank?.means] as const);
    // An object that is filled column by column would take six times as much memory, and so would its copies.
    const row = tableRow(this.table, Object.fromEntries<unknown>([...absent, ...columns]));
    if (row === undefined) throw new Error(`a row of ${this.table} was read that its table does not hold`);
    return row;
  }

  keyAt(row: number): RowKey {
    this.#first ??= this.#proven();
    const { row: first } = this.#first;
    const { keyColumns } = TABLES[this.table];
    return keyOf(keyColumns.map((name) => this.#byName.get(name)?.valueAt(row) ?? Reflect.get(first, name)));
  }

  lineAt(row: number): number {
    return this.#lines[row] ?? 0;
  }

  placeAt(row: number, column: string): Place {
    return inCell(this.lineAt(row), column, this.#byName.get(column)?.textAt(row) ?? '');
  }
}

function setCell({ row }: TableRow, column: ReadColumn, at: number): void {
  const cells: Record<string, CellValue | null> = row;
  cells[column.name] = column.valueAt(at);
}

/** Where a row stands among those of its file. */
class RowOfFile implements FileRow {
  readonly #rows: FileRows;
  readonly #position: number;

  constructor(rows: FileRows, position: number) {
    this.#rows = rows;
    this.#position = position;
  }

  get content(): TableRow {
    return this.#rows.contentAt(this.#position);
  }

  get key(): RowKey {
    return this.#rows.keyAt(this.#position);
  }

  get line(): number {
    return this.#rows.lineAt(this.#position);
  }

  get at(): (column: string) => Place {
    return (column) => this.#rows.placeAt(this.#position, column);
  }
}
