import { countTables, detectionTests, significanceIsShown } from '#shared/presentation/detection-tables.ts';
import { parseTables } from '#shared/presentation/read-table.ts';
import type { Terminal } from './command.ts';
import { terminalTable } from './terminal-table.ts';

const NO_SIGNIFICANCE = {
  fr: 'Tests : cette étude ne publie pas les p (réglage significanceShown)',
  en: 'Tests: this study publishes no p-values (setting significanceShown)',
};

/** Prints Tables 4–6 and, where they are shown, the detection tests of a published `tables.json`. */
export function printResults(tablesJson: string, { print, say, language }: Terminal): void {
  const tables = parseTables(tablesJson);
  for (const table of countTables(tables)) print(terminalTable(table, language));
  print(significanceIsShown(tables) ? terminalTable(detectionTests(tables), language) : say(NO_SIGNIFICANCE));
}
