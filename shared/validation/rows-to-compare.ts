import { FIRST_READER, SCAN_DATES } from '#shared/tables/pairs.ts';
import { TABLE_NAMES } from '#shared/tables/tables.ts';
import type { FileRow } from './file-row.ts';
import type { FileRows } from './file-rows.ts';
import type { OtherRows } from './identity-rules.ts';
import { totalWarnings } from './pair-rules.ts';
import type { DatedPair, PairsOfPatients } from './pairs-by-patient.ts';

/**
 * The rows of which anything can be said beside each other and beside the centre's other files, in order of lines. Where
 * there are no others, that is the pairs of patients of whom another reader than the first has read one, who have two
 * scans on one day, or a total that only one sequence reaches.
 */
export function rowsToCompare(
  rows: FileRows,
  patients: PairsOfPatients,
  others: OtherRows,
): readonly FileRow[] {
  if (TABLE_NAMES.some((table) => others[table].size > 0)) return rows.all;
  const doubted = linesWithDoubtfulTotals(rows);
  const isDoubted = ({ file }: DatedPair) => doubted.has(file.line);
  const compared: FileRow[] = [];
  for (const pairs of patients) {
    if (isReadByOthers(pairs) || hasScansOnOneDay(pairs) || pairs.some(isDoubted))
      compared.push(...pairs.map(({ file }) => file));
  }
  return compared.sort((a, b) => a.line - b.line);
}

function linesWithDoubtfulTotals(rows: FileRows): ReadonlySet<number> {
  const doubted = rows.told(({ content, at }) =>
    content.table === 'pairs' ? totalWarnings(content.row, at, []) : [],
  );
  return new Set(doubted.map(({ line }) => line));
}

const isReadByOthers = (pairs: readonly DatedPair[]) => pairs.some(({ reader }) => reader !== FIRST_READER);

const hasScansOnOneDay = (pairs: readonly DatedPair[]) =>
  SCAN_DATES.some((column) => new Set(pairs.map((pair) => pair[column])).size < pairs.length);
