import { linesIn } from '#shared/language.ts';
import { countTables } from '#shared/presentation/detection-tables.ts';
import {
  detectionTests,
  P_VALUE_LEGEND,
  primaryComparison,
  significanceIsShown,
} from '#shared/presentation/detection-tests.ts';
import { parseTables } from '#shared/presentation/read-table.ts';
import type { Terminal } from './command.ts';
import { terminalTable } from './terminal-table.ts';

const NO_SIGNIFICANCE = {
  fr: 'Tests : cette étude ne publie pas les p (réglage significanceShown)',
  en: 'Tests: this study publishes no p-values (setting significanceShown)',
};

/** Prints Tables 4–6, the primary comparison and, where p are shown, all tests of detection of a published `tables.json`. */
export function printResults(tablesJson: string, { print, say, language }: Terminal): void {
  const tables = parseTables(tablesJson);
  const primary = primaryComparison(tables);
  for (const table of [...countTables(tables), ...(primary === undefined ? [] : [primary])]) {
    print(terminalTable(table, language));
  }
  if (!significanceIsShown(tables)) {
    print(say(NO_SIGNIFICANCE));
    return;
  }
  for (const table of detectionTests(tables)) print(terminalTable(table, language));
  // One language whole, then the other.
  const readers = language === 'both' ? (['fr', 'en'] as const) : [language];
  print(readers.map((one) => P_VALUE_LEGEND.flatMap((line) => linesIn(one, line)).join('\n')).join('\n'));
}
