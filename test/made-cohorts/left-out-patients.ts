import type { PatientStory } from '#test/study/centre-rows.ts';
import { NO_COUNTS } from '#test/tables/rows.ts';
import { diameters } from './scans.ts';
import { visitDays } from './visits.ts';

const TOO_LONG = { ct_date: '2019-09-02', mri_date: '2020-02-20' } as const;
const ON_DIFFUSION_ONLY = diameters((sequence) => (sequence === 'mri_diffusion' ? 14 : null));

/** A patient or more for each reason not to be included. */
export const EXCLUDED: readonly PatientStory[] = [
  { patient: { board_date: '2015-12-31' } },
  { patient: { board_date: '2022-01-01', histologically_proven: false } },
  ...Array.from({ length: 5 }, () => ({ patient: { histologically_proven: false } })),
  { patient: { primary_site: 'extra_digestive' }, lesions: [{}] },
  { patient: { liver_metastases: 'absent', metastases_on_images: false } },
  { patient: { liver_metastases: 'unknown' }, pairs: [] },
  { patient: { metastases_on_images: false } },
  { patient: { metastases_on_images: null } },
  { patient: { primary_site: 'unknown' } },
  { pairs: [] },
  { pairs: [{ protocol_complete: false, ...NO_COUNTS, measurable: null }] },
  // Read by another reader only.
  { pairs: [{ reader: 2 }] },
  { pairs: [TOO_LONG] },
  {
    pairs: [
      { protocol_complete: false, ct_portal_left: null },
      { pair: 2, ...TOO_LONG },
    ],
  },
];

const SECOND = { pair: 2, ...visitDays(6, 3) };

/** An included patient or more for each reason that keeps his pair, or all of his, out of an analysis. */
export const NOT_ANALYSED: readonly PatientStory[] = [
  { pairs: [{ countable: 'massive', ...NO_COUNTS, measurable: 'not_measurable' }] },
  { pairs: [{ countable: 'coalescent', ...NO_COUNTS, measurable: 'not_measurable' }] },
  { pairs: [{}, { ...SECOND, countable: 'massive', ...NO_COUNTS }], lesions: [{}, { pair: 2 }] },
  { pairs: [{}, { ...SECOND, countable: 'coalescent', ...NO_COUNTS }], lesions: [{}, { pair: 2 }] },
  {
    pairs: [
      { countable: 'massive', ...NO_COUNTS },
      { ...SECOND, countable: 'coalescent', ...NO_COUNTS },
    ],
  },
  { pairs: [{ measurable: 'no_lesion_over_5_mm' }] },
  { pairs: [{ measurable: null }], lesions: [{}] },
  // Said to be measurable, but no measure was sent.
  { pairs: [{}] },
  { pairs: [{ measurable: 'no_lesion_on_every_sequence' }], lesions: [ON_DIFFUSION_ONLY] },
  {
    lesions: [
      ON_DIFFUSION_ONLY,
      { lesion: 2, ...diameters((sequence) => (sequence === 'ct_portal' ? 0 : 9)) },
    ],
  },
  // Measured, then not, then measured again.
  {
    pairs: [
      {},
      { pair: 2, ...visitDays(6, 3), measurable: 'not_measurable' },
      { pair: 3, ...visitDays(7, 3) },
    ],
    lesions: [{}, { pair: 2 }, { pair: 3 }],
  },
  // One pair of each kind that does not qualify, beside one that does.
  {
    pairs: [
      {},
      { pair: 2, ...visitDays(6, 3), protocol_complete: false },
      { pair: 3, ct_date: '2020-01-01', mri_date: '2020-06-01' },
    ],
    lesions: [{}, { pair: 2, lesion: 2 }],
  },
];
