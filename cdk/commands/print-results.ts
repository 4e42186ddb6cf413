import { bothLanguages } from '#shared/language.ts';
import { countTables, detectionTests, significanceIsShown } from '#shared/presentation/detection-tables.ts';
import { parseTables } from '#shared/presentation/read-table.ts';
import { terminalTable } from './terminal-table.ts';

const NO_SIGNIFICANCE = bothLanguages({
  fr: 'Tests : cette étude ne publie pas les p (réglage significanceShown)',
  en: 'Tests: this study publishes no p-values (setting significanceShown)',
});

/** Prints Tables 4–6 and, where they are shown, the detection tests of a published `tables.json`. */
export function printResults(tablesJson: string, print: (text: string) => void): void {
  const tables = parseTables(tablesJson);
  for (const table of countTables(tables)) print(terminalTable(table));
  print(significanceIsShown(tables) ? terminalTable(detectionTests(tables)) : NO_SIGNIFICANCE);
}
