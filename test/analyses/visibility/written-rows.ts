import { expect } from 'vitest';
import type { ComputedTable, ResultValue } from '#shared/publication/result-table.ts';

export type Cell = string | number | null;

/** Blank as a text is, with ten digits of a number that is not whole. */
const written = (cell: ResultValue | undefined) =>
  cell === null || cell === undefined
    ? ''
    : typeof cell === 'number' && !Number.isInteger(cell)
      ? cell.toPrecision(10)
      : cell;

/** Expects of a table these rows in this order, and of each all of its columns in theirs. */
export function hasRows(
  table: ComputedTable | undefined,
  expected: readonly Readonly<Record<string, Cell>>[],
): void {
  const names = table?.columns.map(({ name }) => name) ?? [];
  const rows = table?.rows.map((row) =>
    Object.fromEntries(names.map((name, at) => [name, written(row[at])])),
  );
  expect(rows).toEqual(
    expected.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, written(cell)])),
    ),
  );
  expect(Object.keys(expected[0] ?? {})).toEqual(names);
}
