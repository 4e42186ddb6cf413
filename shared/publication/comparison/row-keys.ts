import type { ResultColumn, ResultTable, ResultValue } from '#shared/publication/result-table.ts';

type Row = readonly ResultValue[];

/** A row with the labels that name it among the others of its table. */
export interface KeyedRow {
  /** The values of the key columns. */
  readonly labels: Row;
  readonly row: Row;
}

/**
 * The columns that name a row: the labels before the first figure, and as many columns after them as two versions of the
 * table need for each row to have a name of its own (the lower limit of a histogram's bin, the numbers of two readers).
 */
export function keyColumns(tables: readonly [ResultTable, ResultTable]): readonly ResultColumn[] {
  const [{ columns }, { columns: others }] = tables;
  const firstOther = columns.findIndex(({ name }, position) => others[position]?.name !== name);
  const shared = firstOther === -1 ? columns.length : firstOther;
  const firstFigure = columns.findIndex(({ type }) => type !== 'text');
  const labels = Math.min(firstFigure === -1 ? columns.length : firstFigure, shared);
  for (let width = labels; width < shared; width++) {
    if (tables.every(({ rows }) => allDiffer(rows, width))) return columns.slice(0, width);
  }
  return columns.slice(0, labels);
}

const nameOf = (row: Row, width: number) => JSON.stringify(row.slice(0, width));

const allDiffer = (rows: readonly Row[], width: number): boolean =>
  new Set(rows.map((row) => nameOf(row, width))).size === rows.length;

/** The rows of a table by name, in its order; of rows with one name, the second is another row, and so on. */
export function rowsByName({ rows }: ResultTable, width: number): ReadonlyMap<string, KeyedRow> {
  const byName = new Map<string, KeyedRow>();
  for (const row of rows) {
    const name = nameOf(row, width);
    let numbered = name;
    for (let number = 2; byName.has(numbered); number++) numbered = `${name} ${number}`;
    byName.set(numbered, { labels: row.slice(0, width), row });
  }
  return byName;
}
