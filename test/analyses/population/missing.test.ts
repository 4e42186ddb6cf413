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

it('what is not known of listed lesions is counted where any is listed, of the counted pairs; a measured size is known', () => {
  expect(matching(recordsOfStudy(ROWS, 'missing'), { table: 'visibility' })).toEqual([]);
  const listing = [
    ...rowsOfPatient({
      id: 'P1',
      lesions: [{}],
      listed: [
        { size_class: null, segment: null },
        { lesion: 2, size_class: null, seen_ct_portal: null },
      ],
    }),
    ...rowsOfPatient({
      id: 'P2',
      pairs: [{ countable: 'massive', ...NO_COUNTS, measurable: 'not_measurable' }],
      listed: [{ segment: null }],
    }),
  ];
  const found = matching(recordsOfStudy(listing, 'missing'), { table: 'visibility' });
  expect(new Set(found.map((row) => row.text('set')))).toEqual(new Set(['counted']));
  const notKnown = Object.fromEntries(found.map((row) => [row.text('column'), row.figure('not_known')]));
  expect(notKnown).toMatchObject({ segment: 1, size_class: 1, seen_ct_portal: 1, seen_mri_t2fs: 0 });
  expect(Object.keys(notKnown)).toHaveLength(10);
});

it('a blank reader is known to be reader 1, and the patient is always known', () => {
  expect(unknown('included', 'reader')).toEqual([undefined, undefined, undefined]);
  expect(unknown('included', 'patient_id')).toEqual([undefined, undefined, undefined]);
});
