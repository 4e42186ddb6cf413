import type { PatientStory } from '#test/study/centre-rows.ts';
import { NO_COUNTS } from '#test/tables/rows.ts';
import { diameters, equalCounts } from './scans.ts';
import { visitDays } from './visits.ts';

const NOTHING_MEASURED = { measurable: 'no_lesion_over_5_mm' } as const;

/** Patients who are used but of whom something is doubtful. */
export const DOUBTFUL: readonly PatientStory[] = [
  // Far from the others in every column.
  {
    patient: { age_at_diagnosis: 119, ki67_percent: 99, mitoses_per_10_hpf: 180, grade: 'G3' },
    pairs: [equalCounts(210, 140)],
    lesions: [diameters(() => 380)],
  },
  // Just under three calendar months, just at them, and just over.
  { pairs: [{ ct_date: '2019-01-15', mri_date: '2019-04-12' }] },
  { pairs: [{ ct_date: '2019-11-30', mri_date: '2020-02-28' }], lesions: [{}] },
  { pairs: [{}, { pair: 2, ct_date: '2020-01-15', mri_date: '2020-04-15' }] },
  { pairs: [{}, { pair: 2, mri_date: '2020-01-15', ct_date: '2020-04-20' }] },
  { patient: { grade: 'G3', board_date: null } },
  { patient: { grade: 'G1', ki67_percent: 12, board_date: null } },
  // A diameter of 5 mm beside ones of 13 mm; then one that is just the double of the smallest.
  {
    lesions: [
      { mri_portal_mm: 5 },
      { lesion: 2, ct_arterial_mm: 40 },
      { lesion: 3, mri_t2fs_mm: 10, ct_portal_mm: 20 },
    ],
  },
  // The same number on the other side.
  { pairs: [{}, { pair: 2, ...visitDays(6, 3) }], lesions: [{}, { pair: 2, side: 'left' }] },
  // Two readers who give other dates.
  {
    pairs: [{}, { reader: 2, mri_date: '2019-04-20', countable: 'yes' }],
    lesions: [{}, { reader: 2, mri_t2fs_mm: 13 }],
  },
  // Two readers of whom one cannot count, and a third who says nothing of the measures.
  {
    pairs: [
      { measurable: null },
      { reader: 2, countable: 'massive', ...NO_COUNTS },
      { reader: 3, measurable: null },
    ],
  },
  // One CT in two pairs; one MRI in three; and a pair that is there twice.
  { pairs: [{}, { pair: 2, mri_date: '2019-05-20', ...NOTHING_MEASURED }] },
  {
    pairs: [
      {},
      { pair: 2, ct_date: '2019-04-20', ...NOTHING_MEASURED },
      { pair: 3, ct_date: '2019-05-20', ...NOTHING_MEASURED },
    ],
  },
  { pairs: [{}, { pair: 2, ...NOTHING_MEASURED }] },
  // A day before the study's period, and a week after it.
  { pairs: [{ ct_date: '2015-12-31', mri_date: '2016-01-01', ...NOTHING_MEASURED }] },
  { pairs: [{ ct_date: '2021-12-31', mri_date: '2022-01-07', ...NOTHING_MEASURED }] },
  // The first reader has not read the second pair.
  { pairs: [{}, { pair: 2, reader: 2, ...visitDays(6, 3) }, { pair: 2, reader: 3, ...visitDays(6, 3) }] },
  // Metastases on the images, and none is counted.
  { pairs: [{ ...equalCounts(0, 0), ...NOTHING_MEASURED }] },
  // A lesion of a pair that is not measurable; on every sequence, where none is said to be.
  { pairs: [{ measurable: 'not_measurable' }], lesions: [{}] },
  { pairs: [{ measurable: 'no_lesion_on_every_sequence' }], lesions: [{}] },
  // As many lesions measured as counted, and one more than counted on the left of one sequence.
  {
    pairs: [{ ...equalCounts(1, 1), mri_diffusion_left: 0 }],
    lesions: [{}, { lesion: 2, side: 'left' }],
  },
  // Poorly differentiated with indices as low as they may be, just at the limit, and above it.
  { patient: { differentiation: 'poor', ki67_percent: 20, mitoses_per_10_hpf: 20, grade: 'G3' } },
  { patient: { differentiation: 'poor', ki67_percent: 20.5, mitoses_per_10_hpf: 3, grade: 'G3' } },
  // One CT for two pairs; doses in other units; a massive involvement of a small part.
  { patient: { ct_exams: 1 }, pairs: [{}, { pair: 2, ...visitDays(6, 3) }] },
  { pairs: [{ ct_dlp_arterial: 0.4, ct_dlp_portal: 4100 }] },
  {
    pairs: [{ countable: 'massive', ...NO_COUNTS, liver_involvement: '10_25', measurable: 'not_measurable' }],
  },
];
