import { REASONS, REASONS_WITHOUT_SIGNIFICANCE, SIGNIFICANCE_NOT_SHOWN } from './reasons.ts';
import type { ComputedTable, ResultValue } from './result-table.ts';

/**
 * The same tables for a study that shows no significance: every p-value is blank, and the column that explains it says so,
 * unless another figure of its group is missing for a reason of its own, which stands first.
 */
export const withoutSignificance = (tables: readonly ComputedTable[]): readonly ComputedTable[] =>
  tables.map((table) => ({
    ...table,
    rows: table.rows.map((row) => withheld(table, row)),
    vocabularies: table.vocabularies.map((vocabulary) =>
      vocabulary === REASONS ? REASONS_WITHOUT_SIGNIFICANCE : vocabulary,
    ),
  }));

function withheld(
  { columns, reasonColumns, significanceColumns }: ComputedTable,
  row: readonly ResultValue[],
): readonly ResultValue[] {
  const explaining = new Set(
    columns.flatMap(({ name }, position) =>
      significanceColumns.has(name) && row[position] !== null ? (reasonColumns.get(name) ?? []) : [],
    ),
  );
  return row.map((value, position) => {
    const name = columns[position]?.name ?? '';
    if (significanceColumns.has(name)) return null;
    return value === null && explaining.has(name) ? SIGNIFICANCE_NOT_SHOWN : value;
  });
}
