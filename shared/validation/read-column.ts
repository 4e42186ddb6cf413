import type { CellValue } from '#shared/tables/column-kinds.ts';
import { readCell } from '#shared/tables/read-cell.ts';
import type { Column } from '#shared/tables/table.ts';

/**
 * A column of a file. Each text that stands in it is read once, however many rows have it, and of a row only the number of
 * its text is kept: most columns have few texts.
 */
export class ReadColumn {
  readonly #column: Column;
  readonly #numbers = new Map<string, number>();
  readonly #texts: string[] = [];
  readonly #values: (CellValue | null)[] = [];
  readonly #meanings = new Map<CellValue | null, number>();
  /** The number of what each text means, the same for two texts that mean the same. */
  readonly #meant: number[] = [];
  /** The number of each row's text. */
  #ofRows: Uint8Array | Uint16Array | Uint32Array;

  /** The cell that was taken last, and its number: in many columns the next one is the same. */
  #last: string | undefined;
  #lastNumber = 0;

  constructor(column: Column, mostRows: number) {
    this.#column = column;
    this.#ofRows = new Uint8Array(mostRows);
  }

  get name(): string {
    return this.#column.name;
  }

  /** Takes the cell of a row. @returns whether it has a value; texts that have none are not kept, for they may be many */
  take(row: number, cell: string): boolean {
    if (cell !== this.#last) {
      const number = this.#numbers.get(cell) ?? this.#read(cell);
      if (number === undefined) return false;
      this.#last = cell;
      this.#lastNumber = number;
    }
    this.#ofRows[row] = this.#lastNumber;
    return true;
  }

  #read(cell: string): number | undefined {
    const text = cell.trim();
    const read = readCell(this.#column, text);
    if (!('value' in read)) return undefined;
    const number = this.#values.push(read.value) - 1;
    // Most columns have few texts, whose numbers are short.
    if (number === 2 ** 8) this.#ofRows = Uint16Array.from(this.#ofRows);
    if (number === 2 ** 16) this.#ofRows = Uint32Array.from(this.#ofRows);
    const meaning = this.#meanings.get(read.value) ?? this.#meanings.size;
    this.#meanings.set(read.value, meaning);
    this.#meant.push(meaning);
    this.#texts.push(text);
    this.#numbers.set(cell, number);
    return number;
  }

  /** Every value that one of its texts means, once. */
  get values(): readonly (CellValue | null)[] {
    return [...this.#meanings.keys()];
  }

  /** The number of a row's value, from 0 up to the number of values. */
  meaningAt(row: number): number {
    return this.#meant[this.#ofRows[row] ?? 0] ?? 0;
  }

  valueAt(row: number): CellValue | null {
    return this.#values[this.#ofRows[row] ?? 0] ?? null;
  }

  /** The cell as it stands in the file, without the blanks around it. */
  textAt(row: number): string {
    return this.#texts[this.#ofRows[row] ?? 0] ?? '';
  }

  /** Whether a row may say something else than the one above. */
  changesAt(row: number): boolean {
    return row === 0 || this.#ofRows[row] !== this.#ofRows[row - 1];
  }

  /** Tells of a row whether its value is one of those that are asked for; each value is looked at once. */
  where(isAskedFor: (value: CellValue | null) => boolean): (row: number) => boolean {
    const answers = this.#values.map(isAskedFor);
    return answers.includes(true) ? (row) => answers[this.#ofRows[row] ?? 0] === true : () => false;
  }
}
