import type { CentreRow } from '#shared/study/study.ts';
import type { CellValue } from '#shared/tables/column-kinds.ts';
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
  const names = TABLES[first.content.table].columns.map(({ name }) => name);
  const lines = rows.map(({ content: { row } }) => {
    const cells: ReadonlyMap<string, CellValue | null> = new Map(Object.entries(row));
    return names.map((name) => cellText(cells.get(name) ?? null));
  });
  return `${[names, ...lines].map((cells) => cells.join(',')).join('\n')}\n`;
}
