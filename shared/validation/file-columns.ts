import type { CellValue } from '#shared/tables/column-kinds.ts';
import { isOutside } from './line-problems.ts';
import { ReadColumn } from './read-column.ts';
import type { Header } from './recognise-header.ts';
import { everyCell } from './split-cells.ts';
import type { NumberedLine } from './split-lines.ts';

/** The columns of a file, into which its lines are taken one after the other. */
export class FileColumns {
  readonly header: Header;
  /** Those that have a name. */
  readonly named: readonly ReadColumn[];
  readonly #byName: ReadonlyMap<string, ReadColumn>;
  readonly #byPosition: readonly (ReadColumn | undefined)[];
  readonly #lines: Uint32Array;
  #length = 0;

  constructor(header: Header, mostRows: number) {
    this.header = header;
    this.#byPosition = header.columns.map((column) => column && new ReadColumn(column, mostRows));
    this.named = this.#byPosition.filter((column) => column !== undefined);
    this.#byName = new Map(this.named.map((column) => [column.name, column]));
    this.#lines = new Uint32Array(mostRows);
  }

  /** How many rows were taken. */
  get length(): number {
    return this.#length;
  }

  /** Takes a line. @returns whether each of its cells has a value; otherwise it is no row */
  take({ number, text }: NumberedLine): boolean {
    const row = this.#length;
    let width = 0;
    const take = (cell: string) => {
      const column = this.#byPosition[width];
      width += 1;
      return column === undefined ? !isOutside(this.header, width - 1, cell) : column.take(row, cell);
    };
    if (!everyCell(text, this.header.delimiter, take)) return false;
    // A row may be shorter than the header: spreadsheets drop blank cells at its end.
    while (width < this.#byPosition.length) if (!take('')) return false;
    this.#lines[row] = number;
    this.#length += 1;
    return true;
  }

  column(name: string): ReadColumn | undefined {
    return this.#byName.get(name);
  }

  /** What each row says in a column, also in one that is absent. */
  valuesOf(name: string): (row: number) => CellValue | null {
    const column = this.#byName.get(name);
    if (column !== undefined) return (row) => column.valueAt(row);
    const absent = this.header.absent.find((one) => one.name === name)?.blank?.means ?? null;
    return () => absent;
  }

  lineAt(row: number): number {
    return this.#lines[row] ?? 0;
  }
}
