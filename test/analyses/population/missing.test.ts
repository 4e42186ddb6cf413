import { expect, it } from 'vitest';
import { matching, recordsOfStudy } from '#test/analyses/study-records.ts';
import { rowsOfPatient } from '#test/study/centre-rows.ts';
import { NO_COUNTS } from '#test/tables/rows.ts';

const ROWS = [
  ...rowsOfPatient({
    id: 'P1',
    patient: { ki67_percent: null },
    lesions: [{ ct_portal_mm: null }, { lesion: 2 }],
  }),
  ...rowsOfPatient({
    id: 'P2',
    pairs: [{ countable: 'massive', ...NO_COUNTS, measurable: 'not_measurable' }],
  }),
];
const unknown = (set: string, column: string) => {
  const [row] = matching(recordsOfStudy(ROWS, 'missing'), { set, column });
  return [row?.figure('not_known'), row?.figure('n_rows'), row?.figure('percent')];
};

it('what is not known is counted in each analysis, of its own patients, pairs and lesions', () => {
  expect(unknown('included', 'ki67_percent')).toEqual([1, 2, 50]);
  expect(unknown('counted', 'ki67_percent')).toEqual([1, 1, 100]);
  expect(unknown('included', 'mri_total_left')).toEqual([1, 2, 50]);
  expect(unknown('counted', 'mri_total_left')).toEqual([0, 1, 0]);
  expect(unknown('measured', 'ct_portal_mm')).toEqual([1, 2, 50]);
});

it('a blank reader is known to be reader 1, and the patient is always known', () => {
  expect(unknown('included', 'reader')).toEqual([undefined, undefined, undefined]);
  expect(unknown('included', 'patient_id')).toEqual([undefined, undefined, undefined]);
});
