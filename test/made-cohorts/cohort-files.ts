import type { CentreRow } from '#shared/study/study.ts';
import type { CellValue } from '#shared/tables/column-kinds.ts';
import type { Column } from '#shared/tables/table.ts';
import { TABLES } from '#shared/tables/tables.ts';

const cellText = (value: CellValue | null): string => {
  if (value === null) return '';
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
};

/** The rows as plain comma CSV: the text of each file by its path, `<centre>/<table>.csv`. */
export function cohortFiles(rows: readonly CentreRow[]): ReadonlyMap<string, string> {
  const ofFiles = Map.groupBy(rows, ({ centre, content }) => `${centre}/${content.table}.csv`);
  return new Map([...ofFiles].map(([path, own]) => [path, fileText(own)]));
}

function fileText(rows: readonly CentreRow[]): string {
  const [first] = rows;
  if (first === undefined) throw new Error('a file has rows');
  const columns: readonly Column[] = TABLES[first.content.table].columns;
  const cellsOf = ({ name }: Column) =>
    rows.map(({ content: { row } }) => cellText(new Map(Object.entries(row)).get(name) ?? null));
  // An optional column of which nothing is known may be absent: so a new one leaves these files as they are.
  const written = columns
    .map((column) => ({ column, cells: cellsOf(column) }))
    .filter(({ column, cells }) => column.blank === undefined || cells.some((cell) => cell !== ''));
  const lines = rows.map((_, row) => written.map(({ cells }) => cells[row] ?? ''));
  const header = written.map(({ column }) => column.name);
  return `${[header, ...lines].map((cells) => cells.join(',')).join('\n')}\n`;
}
