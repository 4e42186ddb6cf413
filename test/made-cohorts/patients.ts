import { derivedGrade } from '#shared/protocol/grade.ts';
import type { PatientRow } from '#shared/tables/patients.ts';
import type { Random } from './random.ts';

/** An included patient about whom nothing is doubtful, otherwise as chance has it. */
export function randomPatient(random: Random): Partial<PatientRow> {
  const indices = {
    differentiation: 'well' as const,
    mitoses_per_10_hpf: random.whole(0, 12),
    ki67_percent: random.whole(1, 40) / 2,
  };
  return {
    ...indices,
    sex: random.oneOf(['M', 'F']),
    age_at_diagnosis: random.whole(38, 79),
    board_date: `20${random.whole(16, 21)}-0${random.whole(1, 9)}-1${random.whole(0, 9)}`,
    primary_site: random.oneOf(['small_bowel', 'small_bowel', 'pancreas', 'colon', 'rectum']),
    grade: derivedGrade(indices),
    grade_sample: random.oneOf(['primary', 'liver_metastasis', null]),
    metastasis_timing: random.oneOf(['synchronous', 'metachronous']),
    chemotherapy: random.oneOf([true, false]),
    somatostatin_analogue: random.oneOf([true, true, false]),
    chemoembolisation: random.oneOf([true, false, null]),
  };
}

/** `<letter>01`, `<letter>02` …: a letter keeps spreadsheets from dropping the zero. */
export const codeOf = (letter: string, number: number): string =>
  `${letter}${String(number).padStart(2, '0')}`;
