import type { KeptColumn, RowView, Value } from '#shared/tables/row-view.ts';
import { type Row, TABLES, type TableName, type TableRow, tableRow } from '#shared/tables/tables.ts';
import type { CentreRow } from './study.ts';

/**
 * The rows of one of a centre's files, kept by their columns: as objects with properties of their own they would take six
 * times as much memory, and a study has millions.
 */
export class KeptRows implements Iterable<CentreRow> {
  readonly length: number;
  readonly #centre: string;
  readonly #table: TableName;
  readonly #columns: readonly KeptColumn[];

  constructor(centre: string, table: TableName, rows: Iterable<TableRow>) {
    const columns = TABLES[table].columns.map(({ name }) => new ColumnInMaking(name));
    let length = 0;
    for (const { row } of rows) {
      for (const column of columns) column.take(row);
      length += 1;
    }
    this.length = length;
    this.#centre = centre;
    this.#table = table;
    this.#columns = columns.map((column) => column.kept());
  }

  *[Symbol.iterator](): Generator<CentreRow> {
    const { View }: { readonly View: typeof RowView } = TABLES[this.#table];
    for (let at = 0; at < this.length; at++) {
      const content = tableRow(this.#table, new View(this.#columns, at));
      if (content !== undefined) yield { centre: this.#centre, content };
    }
  }
}

/** The rows of several files, one file after the other, each taken out of the list: once gone through, nobody holds it here. */
export function* rowsOfFiles(files: KeptRows[]): Generator<CentreRow> {
  for (let rows = files.shift(); rows !== undefined; rows = files.shift()) yield* rows;
}

class ColumnInMaking {
  readonly #name: string;
  readonly #numbers = new Map<Value, number>();
  readonly #ofRows: number[] = [];
  #last: Value | undefined;
  #number = 0;

  constructor(name: string) {
    this.#name = name;
  }

  take(row: Row): void {
    const value: Value = Reflect.get(row, this.#name);
    // Most rows say in most columns what the one above says.
    if (value !== this.#last) {
      this.#last = value;
      this.#number = this.#numbers.get(value) ?? this.#numbers.size;
      this.#numbers.set(value, this.#number);
    }
    this.#ofRows.push(this.#number);
  }

  /** In as few bytes as its values let it. */
  kept(): KeptColumn {
    const values = [...this.#numbers.keys()];
    const Narrowest =
      values.length <= 2 ** 8 ? Uint8Array : values.length <= 2 ** 16 ? Uint16Array : Uint32Array;
    return { values, ofRows: Narrowest.from(this.#ofRows) };
  }
}
