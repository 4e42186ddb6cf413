import type { ResultTable, ResultValue } from './result-table.ts';

const NEGATIVE_NUMBER = /^-\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?$/;
const RUN_BY_A_SPREADSHEET = /^[=+\-@\t\r]/;

/**
 * A cell that a spreadsheet shows and does not run: `=`, `+`, `-`, `@` and tab at the beginning get a leading
 * apostrophe, unless the cell is a negative number (differences are).
 * Source: OWASP, CSV Injection.
 */
export const harmless = (cell: string): string =>
  RUN_BY_A_SPREADSHEET.test(cell) && !NEGATIVE_NUMBER.test(cell) ? `'${cell}` : cell;

/** A cell in quotation marks where it needs them. RFC 4180. */
export const quoted = (cell: string, delimiter: string): string =>
  cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** The shortest decimal writing that reads back as the same double; null is blank. */
const cellText = (value: ResultValue): string => (value === null ? '' : harmless(String(value)));

/** A table as CSV: comma, LF, decimal point, full precision; for programs and R's `read.csv`. */
export function tableAsCsv(table: ResultTable): string {
  const line = (cells: readonly string[]) => `${cells.map((cell) => quoted(cell, ',')).join(',')}\n`;
  return [
    line(table.columns.map(({ name }) => name)),
    ...table.rows.map((row) => line(row.map(cellText))),
  ].join('');
}
