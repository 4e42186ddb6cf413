import type { CentreRow } from '#shared/study/study.ts';
import type { LesionRow } from '#shared/tables/lesions.ts';
import type { PairRow } from '#shared/tables/pairs.ts';
import type { PatientRow } from '#shared/tables/patients.ts';
import type { VisibilityRow } from '#shared/tables/visibility.ts';
import { lesionRow, pairRow, patientRow, visibilityRow } from '#test/tables/rows.ts';

/** What a test says about one patient of a centre; the rest is a patient who is included. */
export interface PatientStory {
  readonly id?: string;
  readonly centre?: string;
  readonly patient?: Partial<PatientRow>;
  readonly pairs?: readonly Partial<PairRow>[];
  readonly lesions?: readonly Partial<LesionRow>[];
  readonly listed?: readonly Partial<VisibilityRow>[];
}

/** The rows of a patient in the tables; without `pairs`, one that counts. */
export function rowsOfPatient({
  id = 'P1',
  centre = 'rouen',
  patient,
  pairs = [{}],
  lesions = [],
  listed = [],
}: PatientStory = {}): readonly CentreRow[] {
  const patient_id = id;
  return [
    { centre, content: { table: 'patients', row: patientRow({ ...patient, patient_id }) } },
    ...pairs.map(
      (pair): CentreRow => ({ centre, content: { table: 'pairs', row: pairRow({ ...pair, patient_id }) } }),
    ),
    ...lesions.map(
      (lesion): CentreRow => ({
        centre,
        content: { table: 'lesions', row: lesionRow({ ...lesion, patient_id }) },
      }),
    ),
    ...listed.map(
      (row): CentreRow => ({
        centre,
        content: { table: 'visibility', row: visibilityRow({ ...row, patient_id }) },
      }),
    ),
  ];
}
