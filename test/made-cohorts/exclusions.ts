import type { CentreRow } from '#shared/study/study.ts';
import { type PatientStory, rowsOfPatient } from '#test/study/centre-rows.ts';
import { lesionRow, NO_COUNTS, pairRow } from '#test/tables/rows.ts';
import { DOUBTFUL } from './doubtful-patients.ts';
import { EXCLUDED, NOT_ANALYSED } from './left-out-patients.ts';
import { codeOf } from './patients.ts';
import { everyLevel } from './population-levels.ts';

const CENTRES = ['pau', 'quimper'] as const;

/** Rows that wait for the row that they belong to. */
const ORPHANS: readonly CentreRow[] = [
  ...['Z01', 'Z02'].map(
    (patient_id): CentreRow => ({
      centre: 'pau',
      content: { table: 'pairs', row: pairRow({ patient_id, countable: 'massive', ...NO_COUNTS }) },
    }),
  ),
  { centre: 'pau', content: { table: 'lesions', row: lesionRow({ patient_id: 'Z01' }) } },
  { centre: 'quimper', content: { table: 'lesions', row: lesionRow({ patient_id: 'V01', pair: 7 }) } },
];

/** Of many ages, so that one that is far from the others stands out. */
const ofQuimper = (letter: string, position: number, { patient }: PatientStory) => ({
  centre: 'quimper',
  id: codeOf(letter, position + 1),
  patient: { age_at_diagnosis: 42 + 3 * position, ...patient },
});

/**
 * Every reason for which a patient or a pair is left out, every doubt of the quality table, every level of the
 * population, and rows that wait for others.
 */
export const exclusions = (): readonly CentreRow[] => [
  ...EXCLUDED.flatMap((story, position) =>
    rowsOfPatient({ ...story, centre: 'pau', id: codeOf('X', position + 1) }),
  ),
  ...NOT_ANALYSED.flatMap((story, position) =>
    rowsOfPatient({ ...story, ...ofQuimper('N', position, story) }),
  ),
  ...DOUBTFUL.flatMap((story, position) => rowsOfPatient({ ...story, ...ofQuimper('D', position, story) })),
  ...everyLevel().flatMap((story, position) =>
    rowsOfPatient({
      ...story,
      centre: CENTRES[position % CENTRES.length] ?? 'pau',
      id: codeOf('V', position + 1),
    }),
  ),
  ...ORPHANS,
];
