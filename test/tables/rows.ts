import { COUNTED } from '#shared/protocol/sequences.ts';
import { SIDES } from '#shared/protocol/sides.ts';
import type { LesionRow } from '#shared/tables/lesions.ts';
import { COUNT_COLUMNS, type CountColumn, countColumn, type PairRow } from '#shared/tables/pairs.ts';
import type { PatientRow } from '#shared/tables/patients.ts';
import type { ReaderRow } from '#shared/tables/readers.ts';
import type { VisibilityRow } from '#shared/tables/visibility.ts';

type Counts = Readonly<Record<CountColumn, number | null>>;

/** The count columns of a pair, each made from its sequence or total. */
export function counts(countOf: (counted: string) => number | null): Counts {
  const columns: Partial<Record<CountColumn, number | null>> = {};
  for (const { name } of COUNTED) for (const side of SIDES) columns[countColumn(name, side)] = countOf(name);
  if (!isComplete(columns)) throw new Error('a count column is missing');
  return columns;
}

const isComplete = (columns: Partial<Counts>): columns is Counts =>
  COUNT_COLUMNS.every(({ name }) => columns[name] !== undefined);

export const NO_COUNTS = counts(() => null);

/** An included patient about whom nothing is doubtful. */
export const patientRow = (differs: Partial<PatientRow> = {}): PatientRow => ({
  patient_id: 'P1',
  sex: 'F',
  age_at_diagnosis: 57,
  board_date: '2018-05-17',
  histologically_proven: true,
  primary_site: 'small_bowel',
  differentiation: 'well',
  mitoses_per_10_hpf: 1,
  ki67_percent: 2.5,
  grade: 'G1',
  grade_sample: 'primary',
  liver_metastases: 'present',
  metastases_on_images: true,
  metastasis_timing: 'synchronous',
  somatostatin_analogue: true,
  chemotherapy: false,
  targeted_therapy: null,
  primary_resection: true,
  liver_metastasis_resection: false,
  chemoembolisation: null,
  radiofrequency: false,
  liver_transplant: false,
  prrt: null,
  radioembolisation: null,
  other_ablation: null,
  functional_syndrome: null,
  extrahepatic_metastases: null,
  ct_exams: null,
  ...differs,
});

/** A counted pair: on each side, each sequence sees one lesion and each modality two distinct ones. */
export const pairRow = (differs: Partial<PairRow> = {}): PairRow => ({
  patient_id: 'P1',
  pair: 1,
  reader: 1,
  ct_date: '2019-03-04',
  mri_date: '2019-04-02',
  protocol_complete: true,
  countable: 'yes',
  measurable: 'yes',
  non_target_progression: null,
  new_lesion_elsewhere: null,
  ...counts((counted) => (counted.endsWith('total') ? 2 : 1)),
  lesions_listed: null,
  liver_involvement: null,
  ct_dlp_arterial: null,
  ct_dlp_portal: null,
  field_tesla: null,
  contrast_agent: null,
  ...differs,
});

/** A lesion measured on every sequence. */
export const lesionRow = (differs: Partial<LesionRow> = {}): LesionRow => ({
  patient_id: 'P1',
  pair: 1,
  reader: 1,
  lesion: 1,
  side: 'right',
  mri_t2fs_mm: 12.5,
  mri_diffusion_mm: 13,
  mri_arterial_mm: 12.1,
  mri_portal_mm: 11.9,
  ct_arterial_mm: 12,
  ct_portal_mm: 11.8,
  ...differs,
});

/** A metastasis that every sequence shows. */
export const visibilityRow = (differs: Partial<VisibilityRow> = {}): VisibilityRow => ({
  patient_id: 'P1',
  pair: 1,
  reader: 1,
  lesion: 1,
  side: 'right',
  segment: 'VIII',
  size_class: '10_19',
  seen_mri_t2fs: true,
  seen_mri_diffusion: true,
  seen_mri_arterial: true,
  seen_mri_portal: true,
  seen_ct_arterial: true,
  seen_ct_portal: true,
  nature: 'metastasis',
  reference: 'follow_up',
  confidence_mri: 5,
  confidence_ct: 4,
  ...differs,
});

/** A reader of whom all is known. */
export const readerRow = (differs: Partial<ReaderRow> = {}): ReaderRow => ({
  reader: 1,
  role: 'radiologist',
  years_of_experience: 15,
  blinded: true,
  ...differs,
});
