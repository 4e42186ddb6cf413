import { expect, it } from 'vitest';
import { FACTOR_LIST, type Factor, type Level } from '#shared/analyses/subgroups/factors.ts';
import { recordsOfStudy } from '#test/analyses/study-records.ts';
import { type PatientStory, rowsOfPatient } from '#test/study/centre-rows.ts';
import { counted } from '#test/study/written-patient.ts';

/** The level of a patient, or null where he is in none. */
function levelOf(factor: Factor['name'], story: PatientStory): string | null {
  const levels = recordsOfStudy(rowsOfPatient(story), 'subgroups').filter(
    (record) => record.text('factor') === factor && record.figure('n_patients') === 1,
  );
  expect(levels.length).toBeLessThanOrEqual(1);
  return levels[0]?.text('level') ?? null;
}

const ofDays = (ct_date: string, mri_date: string): PatientStory => ({ pairs: [{ ct_date, mri_date }] });

it.each<readonly [Factor['name'], string, PatientStory, Level | null]>([
  ['lesion_load', '9 metastases', { pairs: [counted(5, 4)] }, 'load_under_10'],
  ['lesion_load', '10 metastases', { pairs: [counted(5, 5)] }, 'load_10_or_more'],
  [
    'lesion_load',
    '3 first, then 12',
    { pairs: [counted(3, 0), { pair: 2, ...counted(12, 0) }] },
    'load_under_10',
  ],
  ['interval', '29 days', ofDays('2019-03-01', '2019-03-30'), 'under_30_days'],
  ['interval', '30 days', ofDays('2019-03-01', '2019-03-31'), '30_days_or_more'],
  ['interval', 'MRI 40 days before', ofDays('2019-04-10', '2019-03-01'), '30_days_or_more'],
  ['primary_site', 'stomach', { patient: { primary_site: 'stomach' } }, 'other_site'],
  ['primary_site', 'digestive, not known where', { patient: { primary_site: 'unknown_digestive' } }, null],
  ['grade', 'not known', { patient: { grade: null } }, null],
])('%s of %s', (factor, _, story, level) => {
  expect(levelOf(factor, story)).toBe(level);
});

it('each factor has its levels', () => {
  expect(FACTOR_LIST.map(({ name, levels }) => `${name} ${levels.length}`)).toEqual([
    'grade 3',
    'primary_site 3',
    'metastasis_timing 2',
    'lesion_load 2',
    'interval 2',
  ]);
});
