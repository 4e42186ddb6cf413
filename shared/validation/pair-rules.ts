import { isOutside, periodName } from '#shared/protocol/board-period.ts';
import { daysPastLimit } from '#shared/protocol/pair-interval.ts';
import { LIKELY_DOSE } from '#shared/protocol/quality.ts';
import { TOTALS } from '#shared/protocol/sequences.ts';
import { SIDES } from '#shared/protocol/sides.ts';
import { COUNT_COLUMNS, countColumn, DOSE_COLUMNS, type PairRow, SCAN_DATES } from '#shared/tables/pairs.ts';
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

/** Each modality's total and sequences on each side, with the counts that are known. */
const modalitySides = (row: PairRow) =>
  MODALITY_SIDES.map(({ columns, ...where }) => {
    const known = columns.flatMap((column) => {
      const count = row[column];
      return count === null ? [] : [{ column, count }];
    });
    return { ...where, total: row[where.totalColumn], known, allKnown: known.length === columns.length };
  });

/** The rules of one row of `pairs`: counts where they must and may be, each total between its bounds. */
export function pairProblems(row: PairRow, at: At): readonly Problem[] {
  if (row.countable !== 'yes') {
    const counted = COUNT_COLUMNS.filter(({ name }) => row[name] !== null);
    return counted.map(({ name }) => countForbidden(at(name)));
  }
  const absent = row.protocol_complete ? COUNT_COLUMNS.filter(({ name }) => row[name] === null) : [];
  return [...absent.map(({ name }) => countRequired(at(name))), ...totalProblems(row, at)];
}

function totalProblems(row: PairRow, at: At): readonly Problem[] {
  return modalitySides(row).flatMap(({ totalColumn, total, known, allKnown }) => {
    if (total === null) return [];
    const above = known.filter(({ count }) => count > total);
    const sum = known.reduce((counts, { count }) => counts + count, 0);
    return [
      ...above.map(({ column, count }) => totalBelowSequence(at(totalColumn), column, count)),
      ...(allKnown && total > sum ? [totalAboveSum(at(totalColumn), sum)] : []),
    ];
  });
}

/** What is doubtful in a row: scans too far apart to count, and values that are unlikely. */
export function pairWarnings(
  row: PairRow,
  at: At,
  { boardPeriod, longestIntervalMonths }: ExaminationSettings,
): readonly Problem[] {
  const tooFar = row.protocol_complete && daysPastLimit(row, longestIntervalMonths) >= 0;
  return [
    ...(tooFar ? [intervalTooLong(at('mri_date'), row.ct_date, longestIntervalMonths)] : []),
    ...SCAN_DATES.filter((column) => isOutside(boardPeriod, row[column])).map((column) =>
      scanOutsidePeriod(at(column), periodName(boardPeriod)),
    ),
    ...DOSE_COLUMNS.filter((column) => isDoseUnlikely(row[column])).map((column) =>
      doseUnlikely(at(column), LIKELY_DOSE.from, LIKELY_DOSE.to),
    ),
    ...(isInvolvementSmall(row) ? [involvementDisagrees(at('liver_involvement'))] : []),
  ];
}

/** The column of a pair by which it is not counted, with its lesions, whatever its patient's row says; undefined where none is. */
export function notCountedBy(
  row: PairRow,
  { longestIntervalMonths }: Pick<ExaminationSettings, 'longestIntervalMonths'>,
): 'protocol_complete' | 'mri_date' | 'countable' | undefined {
  if (!row.protocol_complete) return 'protocol_complete';
  if (daysPastLimit(row, longestIntervalMonths) >= 0) return 'mri_date';
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
  return modalitySides(row).flatMap(({ counted, side, totalColumn, total, known, allKnown }) => {
    const [only, ...others] = known.filter(({ count }) => count === total);
    const isConfirmed = () =>
      row.lesions_listed === 'all' &&
      listed.filter((lesion) => isListedAt(lesion, counted, side)).length === total;
    return allKnown && only !== undefined && others.length === 0 && !isConfirmed()
      ? [totalEqualsOneSequence(at(totalColumn), only.column)]
      : [];
  });
}
