import { DRAWN_ANEW, POINTS_TABLE } from '#shared/publication/drawn-numbers.ts';
import type { ResultColumn, ResultTable, ResultValue } from '#shared/publication/result-table.ts';

type Row = readonly ResultValue[];

/** A row with the labels that name it among the others of its table. */
export interface KeyedRow {
  /** The values of the key columns. */
  readonly labels: Row;
  readonly row: Row;
}

/** A table as it is compared with that of another result: without numbers that were drawn for this one. */
export function withoutDrawnNumbers(table: ResultTable): ResultTable {
  if (table.name !== POINTS_TABLE) return table;
  const drawn: ReadonlySet<string> = new Set(Object.values(DRAWN_ANEW));
  const isKept = (position: number) => !drawn.has(table.columns[position]?.name ?? '');
  return {
    ...table,
    columns: table.columns.filter((_, position) => isKept(position)),
    rows: table.rows.map((row) => row.filter((_, position) => isKept(position))),
  };
}

/**
 * The columns that name a row: the labels before the first figure, and as many columns after them as two versions of the
 * table need for each row to have a name of its own (the lower limit of a histogram's bin, the numbers of two readers).
 * A point is all that it says.
 */
export function keyColumns(tables: readonly [ResultTable, ResultTable]): readonly ResultColumn[] {
  const [{ name: table, columns }, { columns: others }] = tables;
  const firstOther = columns.findIndex(({ name }, position) => others[position]?.name !== name);
  const shared = firstOther === -1 ? columns.length : firstOther;
  if (table === POINTS_TABLE) return columns.slice(0, shared);
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
