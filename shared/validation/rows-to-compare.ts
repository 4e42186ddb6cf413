import { FIRST_READER, SCAN_DATES } from '#shared/tables/pairs.ts';
import { patientOf } from '#shared/tables/tables.ts';
import type { FileRow } from './file-row.ts';
import type { FileRows } from './file-rows.ts';
import type { OtherRows } from './identity-rules.ts';
import type { DatedPair, PairsOfPatients } from './pairs-by-patient.ts';
import { areNoOthers, type ToldRows } from './told-rows.ts';

/** What was found of a file that makes its rows worth comparing. */
export interface DoubtsOfFile {
  readonly pairs: PairsOfPatients;
  readonly told: ToldRows;
}

/**
 * The rows of which anything can be said beside each other and beside the centre's other files, in order of lines. Where
 * there are no others, that is the pairs of patients of whom another reader than the first has read one, who have two
 * scans on one day, or a total that only one sequence reaches.
 */
export function rowsToCompare(
  rows: FileRows,
  { pairs: patients, told }: DoubtsOfFile,
  others: OtherRows,
): readonly FileRow[] {
  if (!areNoOthers(others)) return rows.all;
  const compared = new Set(told.doubtfulTotals.map(({ content }) => patientOf(content)));
  for (const pairs of patients) {
    if (isReadByOthers(pairs) || hasScansOnOneDay(pairs)) compared.add(pairs[0]?.patient);
  }
  return [...rows.ofPatients((id) => compared.has(id))];
}

const isReadByOthers = (pairs: readonly DatedPair[]) => pairs.some(({ reader }) => reader !== FIRST_READER);

const hasScansOnOneDay = (pairs: readonly DatedPair[]) =>
  SCAN_DATES.some((column) => new Set(pairs.map((pair) => pair[column])).size < pairs.length);
