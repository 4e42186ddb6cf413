import { derivedGrade } from '#shared/protocol/grade.ts';
import type { PatientRow } from '#shared/tables/patients.ts';
import type { Place, Problem } from './problem.ts';
import { gradeDisagrees } from './warnings.ts';

/** Warns where the declared grade is not the one that the indices of the same row give. */
export function patientWarnings(row: PatientRow, at: (column: string) => Place): readonly Problem[] {
  const derived = derivedGrade(row);
  return row.grade !== null && derived !== null && derived !== row.grade
    ? [gradeDisagrees(at('grade'), derived)]
    : [];
}
