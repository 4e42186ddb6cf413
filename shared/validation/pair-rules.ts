import { isOutside, periodName } from '#shared/protocol/board-period.ts';
import { isPastLimit } from '#shared/protocol/pair-interval.ts';
import { LIKELY_DOSE } from '#shared/protocol/quality.ts';
import { TOTALS } from '#shared/protocol/sequences.ts';
import { SIDES } from '#shared/protocol/sides.ts';
import {
  COUNT_COLUMNS,
  type CountColumn,
  countColumn,
  DOSE_COLUMNS,
  type PairRow,
  SCAN_DATES,
} from '#shared/tables/pairs.ts';
import type { VisibilityRow } from '#shared/tables/visibility.ts';
import { scanOutsidePeriod } from './cross-table-warnings.ts';
import type { ExaminationSettings } from './examination-settings.ts';
import { isListedAt } from './listed-counts.ts';
import type { Place, Problem } from './problem.ts';
import { countForbidden, countRequired, totalAboveSum, totalBelowSequence } from './row-problems.ts';
import { doseUnlikely, intervalTooLong, involvementDisagrees, totalEqualsOneSequence } from './warnings.ts';

type At = (column: string) => Place;

/** Each modality's total on each side, with the columns of its sequences. */
const MODALITY_SIDES = TOTALS.flatMap((total) =>
  SIDES.map((side) => ({
    counted: total.name,
    side,
    totalColumn: countColumn(total.name, side),
    columns: total.sequences.map((sequence) => countColumn(sequence, side)),
  })),
);

/** The rules of one row of `pairs`: counts where they must and may be, each total between its bounds. */
export function pairProblems(row: PairRow, at: At): readonly Problem[] {
  const problems: Problem[] = [];
  if (row.countable !== 'yes') {
    for (const { name } of COUNT_COLUMNS) if (row[name] !== null) problems.push(countForbidden(at(name)));
    return problems;
  }
  if (row.protocol_complete) {
    for (const { name } of COUNT_COLUMNS) if (row[name] === null) problems.push(countRequired(at(name)));
  }
  problems.push(...totalProblems(row, at));
  return problems;
}

function totalProblems(row: PairRow, at: At): readonly Problem[] {
  const problems: Problem[] = [];
  for (const { totalColumn, columns } of MODALITY_SIDES) {
    const total = row[totalColumn];
    if (total === null) continue;
    let sum: number | null = 0;
    for (const column of columns) {
      const count: number | null = row[column];
      if (count !== null && count > total) problems.push(totalBelowSequence(at(totalColumn), column, count));
      sum = sum === null || count === null ? null : sum + count;
    }
    if (sum !== null && total > sum) problems.push(totalAboveSum(at(totalColumn), sum));
  }
  return problems;
}

/** What is doubtful in a row: scans too far apart to count, and values that are unlikely. */
export function pairWarnings(
  row: PairRow,
  at: At,
  { boardPeriod, longestIntervalMonths }: ExaminationSettings,
): readonly Problem[] {
  const problems: Problem[] = [];
  if (row.protocol_complete && isPastLimit(row, longestIntervalMonths))
    problems.push(intervalTooLong(at('mri_date'), row.ct_date, longestIntervalMonths));
  for (const column of SCAN_DATES) {
    if (isOutside(boardPeriod, row[column]))
      problems.push(scanOutsidePeriod(at(column), periodName(boardPeriod)));
  }
  for (const column of DOSE_COLUMNS) {
    if (isDoseUnlikely(row[column]))
      problems.push(doseUnlikely(at(column), LIKELY_DOSE.from, LIKELY_DOSE.to));
  }
  if (isInvolvementSmall(row)) problems.push(involvementDisagrees(at('liver_involvement')));
  return problems;
}

/** The column of a pair by which it is not counted, with its lesions, whatever its patient's row says; undefined where none is. */
export function notCountedBy(
  row: PairRow,
  { longestIntervalMonths }: Pick<ExaminationSettings, 'longestIntervalMonths'>,
): 'protocol_complete' | 'mri_date' | 'countable' | undefined {
  if (!row.protocol_complete) return 'protocol_complete';
  if (isPastLimit(row, longestIntervalMonths)) return 'mri_date';
  return row.countable === 'yes' ? undefined : 'countable';
}

/** A dose that is another unit's or another examination's. */
export const isDoseUnlikely = (dose: number | null): boolean =>
  dose !== null && (dose < LIKELY_DOSE.from || dose > LIKELY_DOSE.to);

/** A liver that cannot be counted for its massive involvement, of which a quarter at most is involved. */
export const isInvolvementSmall = ({ countable, liver_involvement }: PairRow): boolean =>
  countable === 'massive' && (liver_involvement === 'under_10' || liver_involvement === '10_25');

/** A total that one sequence alone reaches may have been copied from it instead of counted, unless a full list has as many. */
export function totalWarnings(row: PairRow, at: At, listed: readonly VisibilityRow[]): readonly Problem[] {
  const problems: Problem[] = [];
  for (const { counted, side, totalColumn, columns } of MODALITY_SIDES) {
    const total = row[totalColumn];
    const only = onlyOneReaching(total, columns, row);
    if (only === undefined) continue;
    const isConfirmed =
      row.lesions_listed === 'all' &&
      listed.filter((lesion) => isListedAt(lesion, counted, side)).length === total;
    if (!isConfirmed) problems.push(totalEqualsOneSequence(at(totalColumn), only));
  }
  return problems;
}

/** The column whose count is the total, where all counts are known and no other is. */
function onlyOneReaching(
  total: number | null,
  columns: readonly CountColumn[],
  row: PairRow,
): CountColumn | undefined {
  let reaching: CountColumn | undefined;
  let others = 0;
  for (const column of columns) {
    if (row[column] === null) return undefined;
    if (row[column] !== total) continue;
    if (reaching === undefined) reaching = column;
    else others += 1;
  }
  return others === 0 ? reaching : undefined;
}
