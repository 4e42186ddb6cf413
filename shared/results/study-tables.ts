import { countedPairs } from '#shared/study/counted-pairs.ts';
import type { Study } from '#shared/study/study.ts';
import { countTestsTable } from './count-tests.ts';
import { countsTable } from './counts.ts';
import { tableAsCsv } from './csv.ts';
import type { ResultTable } from './result-table.ts';

/** Every table that the study publishes, in the order of reading. */
export function studyTables(study: Study): readonly ResultTable[] {
  const pairs = countedPairs(study);
  return [countsTable(pairs), countTestsTable(pairs)];
}

export const TABLES_FILE = 'tables.json';

/** The published files by name: one CSV for each table, and all of them in `tables.json`. */
export function tableFiles(tables: readonly ResultTable[]): ReadonlyMap<string, string> {
  return new Map([
    ...tables.map((table) => [`${table.name}.csv`, tableAsCsv(table)] as const),
    [TABLES_FILE, `${JSON.stringify({ tables }, null, 1)}\n`],
  ]);
}
