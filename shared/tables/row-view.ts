import type { CellValue } from './column-kinds.ts';

export type Value = CellValue | null;

/** A column of rows: each of its values once, and of a row the number of its value. */
export interface KeptColumn {
  readonly values: readonly Value[];
  readonly ofRows: Uint8Array | Uint16Array | Uint32Array;
}

/**
 * A row of some columns, which looks up what it says each time that it is asked. What it says is no property of its own:
 * `{ ...row }` has nothing of it.
 */
export class RowView {
  readonly #columns: readonly KeptColumn[];
  readonly #at: number;

  constructor(columns: readonly KeptColumn[], at: number) {
    this.#columns = columns;
    this.#at = at;
  }

  protected valueIn(position: number): Value {
    const column = this.#columns[position];
    return column?.values[column.ofRows[this.#at] ?? 0] ?? null;
  }
}

/** The views of the rows that have columns of these names, in the order of their columns. */
export function viewsOf(names: readonly string[]): typeof RowView {
  class View extends RowView {
    static {
      for (const [position, name] of names.entries()) {
        Object.defineProperty(View.prototype, name, {
          enumerable: true,
          get(this: View) {
            return this.valueIn(position);
          },
        });
      }
    }
  }
  return View;
}
