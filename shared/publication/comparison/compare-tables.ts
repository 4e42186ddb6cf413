import type { ResultColumn, ResultTable, ResultValue } from '#shared/publication/result-table.ts';
import { keyColumns, rowsByName, withoutDrawnNumbers } from './row-keys.ts';

type Labels = readonly ResultValue[];

/** One cell of a table that both results have, at full precision. */
export interface MovedFigure {
  readonly labels: Labels;
  readonly column: string;
  readonly before: ResultValue;
  readonly after: ResultValue;
}

/** What differs between two versions of one table. */
export interface TableChanges {
  readonly table: string;
  /** The columns whose values name a row: what `labels` are the values of. */
  readonly keys: readonly string[];
  readonly columns: { readonly added: readonly string[]; readonly removed: readonly string[] };
  readonly rows: { readonly added: readonly Labels[]; readonly removed: readonly Labels[] };
  readonly moved: readonly MovedFigure[];
}

/** What differs between the tables of two results. */
export interface TablesChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** The tables that both have and that differ, in the order of the later result. */
  readonly changed: readonly TableChanges[];
}

/** Compares the tables of two results by their names, rows by their labels, cells by their columns’ names; exactly. */
export function compareTables(before: readonly ResultTable[], after: readonly ResultTable[]): TablesChanges {
  const earlier = new Map(before.map((table) => [table.name, table]));
  return {
    ...namesThatDiffer(before, after),
    changed: after.flatMap((table) => {
      const from = earlier.get(table.name);
      const changes = from && compareTable(from, table);
      return changes === undefined || isEmpty(changes) ? [] : [changes];
    }),
  };
}

function compareTable(earlierTable: ResultTable, laterTable: ResultTable): TableChanges {
  const [before, after] = [withoutDrawnNumbers(earlierTable), withoutDrawnNumbers(laterTable)];
  const keys = keyColumns([before, after]);
  const [earlier, later] = [rowsByName(before, keys.length), rowsByName(after, keys.length)];
  const positions = new Map(before.columns.map(({ name }, position) => [name, position]));
  const figures = after.columns.flatMap(({ name }, position) => {
    const from = positions.get(name);
    return from === undefined || position < keys.length ? [] : [{ column: name, from, to: position }];
  });
  const only = (rows: typeof later, others: typeof later) =>
    [...rows].flatMap(([name, { labels }]) => (others.has(name) ? [] : [labels]));
  return {
    table: after.name,
    keys: keys.map(({ name }) => name),
    columns: namesThatDiffer(before.columns, after.columns),
    rows: { added: only(later, earlier), removed: only(earlier, later) },
    moved: [...later].flatMap(([name, { labels, row }]) => {
      const was = earlier.get(name)?.row;
      if (was === undefined) return [];
      return figures.flatMap(({ column, from, to }) => {
        const [old, now] = [was[from] ?? null, row[to] ?? null];
        return old === now ? [] : [{ labels, column, before: old, after: now }];
      });
    }),
  };
}

function namesThatDiffer(
  before: readonly Pick<ResultColumn, 'name'>[],
  after: readonly Pick<ResultColumn, 'name'>[],
) {
  const [earlier, later] = [before, after].map((named) => new Set(named.map(({ name }) => name)));
  return {
    added: [...(later ?? [])].filter((name) => !earlier?.has(name)),
    removed: [...(earlier ?? [])].filter((name) => !later?.has(name)),
  };
}

const isEmpty = ({ columns, rows, moved }: TableChanges): boolean =>
  [columns.added, columns.removed, rows.added, rows.removed, moved].every((list) => list.length === 0);

/** Whether every figure of the two results is the same. */
export const sameFigures = ({ added, removed, changed }: TablesChanges): boolean =>
  added.length === 0 && removed.length === 0 && changed.length === 0;
