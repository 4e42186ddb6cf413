import { keyColumns } from '#shared/publication/comparison/row-keys.ts';
import type { ResultColumn, ResultTable, ResultValue } from '#shared/publication/result-table.ts';

/** A column of a published table and its values from the first row on. */
export interface LaidColumn {
  readonly column: ResultColumn;
  readonly values: readonly ResultValue[];
}

/** How a published table is laid out so that all of it can be read and printed. */
export interface TableLayout {
  /** Columns with one value in all rows, which is said once. */
  readonly constant: readonly LaidColumn[];
  /** Columns in which nothing stands. */
  readonly blank: readonly LaidColumn[];
  /** The keys whose values stand as a heading over the rows that have them. */
  readonly groups: readonly LaidColumn[];
  /** The other keys, which name a row: repeated in each block. */
  readonly keys: readonly LaidColumn[];
  /** Side by side, as many as fit on the width of a page. */
  readonly blocks: readonly (readonly LaidColumn[])[];
  /** Few rows with many figures are shown as columns. */
  readonly isTurned: boolean;
  /** How many rows are shown. */
  readonly rows: number;
}

/** How wide a column is, in characters; a key's codes are never letters. */
type WidthOf = (column: LaidColumn, isKey: boolean) => number;

const MOST_ROWS_TURNED = 8;
const FEWEST_COLUMNS_TURNED = 12;
const MOST_NUMBERS_IN_A_NAME = 5;

/**
 * @param widthOf - how wide a column is, in characters
 * @param pageWidth - how wide a page is
 */
export function layoutOf(table: ResultTable, widthOf: WidthOf, pageWidth: number): TableLayout {
  const keyNames = new Set(namesOf(table));
  const all = table.columns.map(
    (column, position): LaidColumn => ({
      column,
      values: table.rows.map((row) => row[position] ?? null),
    }),
  );
  const said = table.rows.length > 1 ? all.filter(isConstant) : [];
  const varying = all.filter((column) => !said.includes(column));
  const names = varying.filter(({ column }) => keyNames.has(column.name));
  const figures = varying.filter((column) => !names.includes(column));
  const isTurned = table.rows.length <= MOST_ROWS_TURNED && figures.length >= FEWEST_COLUMNS_TURNED;
  const groups = isTurned ? [] : names.slice(0, hoisted(names, widthOf));
  const keys = names.slice(groups.length);
  const width = pageWidth - keys.reduce((sum, key) => sum + widthOf(key, true), 0);
  return {
    constant: said.filter(({ values }) => values[0] !== null),
    blank: said.filter(({ values }) => values[0] === null),
    groups,
    keys,
    blocks: isTurned ? [figures] : blocksOf(figures, widthOf, width),
    isTurned,
    rows: table.rows.length,
  };
}

/** The same layout of some of the rows; what is said of every row stays said of all. */
export function ofRows(layout: TableLayout, numbers: readonly number[]): TableLayout {
  const some = (columns: readonly LaidColumn[]) =>
    columns.map(({ column, values }) => ({ column, values: numbers.map((row) => values[row] ?? null) }));
  return {
    ...layout,
    groups: some(layout.groups),
    keys: some(layout.keys),
    blocks: layout.blocks.map(some),
    rows: numbers.length,
  };
}

/** Where rows have no names of their own, such as points, the columns before the figures do. */
function namesOf(table: ResultTable): readonly string[] {
  const names = keyColumns([table, table]).map(({ name }) => name);
  const firstFigure = table.columns.findIndex(({ type }) => type !== 'text');
  return names.length > firstFigure + MOST_NUMBERS_IN_A_NAME ? names.slice(0, firstFigure + 2) : names;
}

const isConstant = ({ values }: LaidColumn): boolean => values.every((value) => value === values[0]);

/**
 * How many of the keys stand as headings over rows: so many that the least is written, and that a heading stands over two
 * rows in the mean, or more. A number needs its column's heading.
 */
function hoisted(keys: readonly LaidColumn[], widthOf: WidthOf): number {
  const rows = keys[0]?.values.length ?? 0;
  const widths = (columns: readonly LaidColumn[]) =>
    columns.reduce((sum, key) => sum + widthOf(key, true), 0);
  let best = { count: 0, written: rows * widths(keys) };
  for (let count = 1; count < keys.length && keys[count - 1]?.column.type === 'text'; count++) {
    const runs = runsOf(keys.slice(0, count), rows).length;
    const written = runs * widths(keys.slice(0, count)) + rows * widths(keys.slice(count));
    if (runs * 2 <= rows && written < best.written) best = { count, written };
  }
  return best.count;
}

/** Rows that follow each other with the same values, by their numbers. */
function runsOf(columns: readonly LaidColumn[], rows: number): readonly (readonly number[])[] {
  const runs: number[][] = [];
  for (let row = 0; row < rows; row++) {
    const run = runs.at(-1);
    if (run === undefined || columns.some(({ values }) => values[row] !== values[row - 1])) runs.push([row]);
    else run.push(row);
  }
  return runs;
}

/** As many columns as fit side by side, three at least; the last block may hold fewer. */
function blocksOf(
  columns: readonly LaidColumn[],
  widthOf: WidthOf,
  width: number,
): readonly (readonly LaidColumn[])[] {
  const blocks: LaidColumn[][] = [];
  let left = 0;
  for (const column of columns) {
    const needed = widthOf(column, false);
    const block = blocks.at(-1);
    if (block === undefined || (needed > left && block.length >= 3)) {
      blocks.push([column]);
      left = width - needed;
    } else {
      block.push(column);
      left -= needed;
    }
  }
  return blocks.length === 0 ? [[]] : blocks;
}

/** The rows that stand under one heading, by their numbers. */
export const rowGroups = ({ groups, rows }: TableLayout): readonly (readonly number[])[] =>
  runsOf(groups, rows);
