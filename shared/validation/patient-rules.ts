import { isOutside, periodName } from '#shared/protocol/board-period.ts';
import { derivedGrade, isCarcinomaOfLowIndices } from '#shared/protocol/grade.ts';
import type { PatientRow } from '#shared/tables/patients.ts';
import type { ExaminationSettings } from './examination-settings.ts';
import type { Place, Problem } from './problem.ts';
import { boardDateOutsidePeriod, carcinomaOfLowIndices, gradeDisagrees } from './warnings.ts';

type At = (column: string) => Place;

/** Warns of a patient who will not count, and of a grade that may be wrong. */
export const patientWarnings = (
  row: PatientRow,
  at: At,
  { boardPeriod }: ExaminationSettings,
): readonly Problem[] => [
  ...(row.board_date !== null && isOutside(boardPeriod, row.board_date)
    ? [boardDateOutsidePeriod(at('board_date'), periodName(boardPeriod))]
    : []),
  ...gradeWarnings(row, at),
  ...(isCarcinomaOfLowIndices(row) ? [carcinomaOfLowIndices(at('differentiation'))] : []),
];

/** Where the declared grade is not the one that the indices of the same row give. */
function gradeWarnings(row: PatientRow, at: At): readonly Problem[] {
  const derived = derivedGrade(row);
  return row.grade !== null && derived !== null && derived !== row.grade
    ? [gradeDisagrees(at('grade'), derived)]
    : [];
}
