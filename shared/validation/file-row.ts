import type { RowKey, TableRow } from '#shared/tables/tables.ts';
import type { Place } from './problem.ts';

/** A row of the file that is one of its table, and where each of its cells stands. */
export interface FileRow {
  readonly content: TableRow;
  readonly key: RowKey;
  readonly line: number;
  readonly at: (column: string) => Place;
}

/** What a rule of one row looks at. */
export type RowAtHand = Pick<FileRow, 'content' | 'at'>;

/** What the rows at some positions say. */
interface RowsAt {
  contentAt(row: number): TableRow;
  keyAt(row: number): RowKey;
  lineAt(row: number): number;
  placeAt(row: number, column: string): Place;
}

/** One that is kept by columns: what it says is made anew each time that it is asked for. */
export class RowOfColumns implements FileRow {
  readonly #rows: RowsAt;
  readonly #position: number;

  constructor(rows: RowsAt, position: number) {
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
