import { type ComputedTable, type ResultTable, resultTable, text } from '#shared/publication/result-table.ts';
import type { Study } from '#shared/study/study.ts';

/*
 * In the place of the study's statistics: a table that says every row of the study as it is. It shows any row that
 * is missing, old or twice, which a mean may hide, and costs nothing.
 */

export const TABLES_FILE = 'tables.json';

export const studyTables = ({ patients, orphans }: Study): readonly ComputedTable[] => [
  resultTable<unknown>(
    'rows',
    { fr: 'lignes', en: 'rows' },
    [text('content', { fr: 'contenu', en: 'content' }, (row) => JSON.stringify(row))],
    [...patients, orphans],
  ),
];

export const tableFiles = (tables: readonly ResultTable[]): ReadonlyMap<string, string> =>
  new Map([
    ...tables.map(({ name, rows }) => [`${name}.csv`, rows.join('\n')] as const),
    [TABLES_FILE, JSON.stringify(tables)],
  ]);
