import { countTables, detectionTests } from '#shared/presentation/detection-tables.ts';
import { parseTables } from '#shared/presentation/read-table.ts';
import { terminalTable } from './terminal-table.ts';

/** Prints Tables 4–6 and the detection tests of a published `tables.json`. */
export function printResults(tablesJson: string, print: (text: string) => void): void {
  const tables = parseTables(tablesJson);
  for (const table of [...countTables(tables), detectionTests(tables)]) print(terminalTable(table));
}
