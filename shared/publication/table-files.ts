import { tableAsCsv } from './csv.ts';
import type { ComputedTable, ResultTable } from './result-table.ts';
import type { Vocabulary } from './vocabulary.ts';

/** All tables in one file, with what their columns and codes mean. */
export const TABLES_FILE = 'tables.json';

/** The published files by name: one CSV for each table, and `tables.json`. */
export function tableFiles(tables: readonly ComputedTable[]): ReadonlyMap<string, string> {
  return new Map([
    ...tables.map((table) => [`${table.name}.csv`, tableAsCsv(table)] as const),
    [TABLES_FILE, `${JSON.stringify(tablesDocument(tables), null, 1)}\n`],
  ]);
}

const tablesDocument = (tables: readonly ComputedTable[]) => ({
  tables: tables.map(({ name, title, columns, rows }): ResultTable => ({ name, title, columns, rows })),
  vocabularies: Object.fromEntries(
    inOrderOfRelease(tables.flatMap(({ vocabularies }) => vocabularies)).map(({ name, titles }) => [
      name,
      Object.fromEntries(titles),
    ]),
  ),
});

/** As `tables.json` has always had them, so that a new one leaves the others where they stand. */
const ORDER_OF_RELEASE = [
  ...['region', 'sequence', 'method', 'flow_step', 'rule', 'characteristic', 'level', 'sample', 'row_kind'],
  ...['unit', 'analysis', 'union', 'per', 'law', 'warning', 'reason', 'effect', 'group', 'quantity'],
  ...['time_point', 'quality_check', 'quality_detail'],
];

/** Later ones follow in the order of the tables. */
function inOrderOfRelease(vocabularies: readonly Vocabulary[]): readonly Vocabulary[] {
  const byName = new Map<string, Vocabulary>();
  for (const vocabulary of vocabularies) {
    const known = byName.get(vocabulary.name) ?? vocabulary;
    if (known !== vocabulary) throw new Error(`two vocabularies are called ${vocabulary.name}`);
    byName.set(vocabulary.name, vocabulary);
  }
  const rank = ({ name }: Vocabulary) => {
    const position = ORDER_OF_RELEASE.indexOf(name);
    return position === -1 ? ORDER_OF_RELEASE.length : position;
  };
  return [...byName.values()].toSorted((a, b) => rank(a) - rank(b));
}
