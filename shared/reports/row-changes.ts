import { rowKey, TABLES, type TableRow } from '#shared/tables/tables.ts';

/** How many rows a new version of a file added, changed and removed. */
export interface RowChanges {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

const identity = (content: TableRow) => `${content.table}#${rowKey(content)}`;

/** A row's values in the order of its table's columns, whatever order they were read in. */
const values = ({ table, row }: TableRow) =>
  JSON.stringify(TABLES[table].columns.map(({ name }) => Reflect.get(row, name)));

/** Compares two versions of a file row by row. */
export function changesBetween(before: readonly TableRow[], after: readonly TableRow[]): RowChanges {
  const old = new Map(before.map((content) => [identity(content), values(content)]));
  const kept = after.filter((content) => old.has(identity(content)));
  return {
    added: after.length - kept.length,
    changed: kept.filter((content) => old.get(identity(content)) !== values(content)).length,
    removed: before.length - kept.length,
  };
}
