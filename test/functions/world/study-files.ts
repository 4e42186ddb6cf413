import { COUNTED, SEQUENCE_NAMES } from '#shared/protocol/sequences.ts';
import { SIDES } from '#shared/protocol/sides.ts';
import { seenColumn } from '#shared/tables/visibility.ts';

const SEEN = SEQUENCE_NAMES.map(seenColumn);

/** What must never stand in a log: a pseudonym, a date, an answer, a figure, and a cell that is none of these. */
export const PRIVATE = ['ZZ-secret', '2019-', '7391.5', 'pancreas', 'quux'] as const;

export const pseudonym = (patient: number) => `ZZ-secret-${patient}`;
/** The same as somebody else writes it. */
const otherSpelling = (patient: number) => `ZZ-secret_0${patient}`;

const csv = (...lines: readonly (readonly (string | number)[])[]) =>
  lines.map((cells) => `${cells.join(';')}\r\n`).join('');

const PATIENT_COLUMNS = [
  'patient_id',
  'sex',
  'board_date',
  'histologically_proven',
  'primary_site',
  'mitoses_per_10_hpf',
  'liver_metastases',
  'metastases_on_images',
];
const patientRow = (patient: number, sex = 'M') =>
  [pseudonym(patient), sex, '2019-03-17', 'oui', 'pancreas', '7391.5', 'present', 'oui'] as const;
export const patients = (...numbers: readonly number[]) =>
  csv(PATIENT_COLUMNS, ...numbers.map((patient) => patientRow(patient)));
export const patientsSpeltOtherwise = (...numbers: readonly number[]) =>
  csv(
    PATIENT_COLUMNS,
    ...numbers.map((patient) => [otherSpelling(patient), ...patientRow(patient).slice(1)]),
  );
export const patientsOfWrongSex = (patient: number) => csv(PATIENT_COLUMNS, patientRow(patient, 'quux'));

const PAIR_COLUMNS = [
  'patient_id',
  'pair',
  'ct_date',
  'mri_date',
  'protocol_complete',
  'countable',
  ...COUNTED.flatMap(({ name }) => SIDES.map((side) => `${name}_${side}`)),
];
/** Each sequence sees `count` metastases on each side, plus its place in the list, and each total the most of them. */
const pairRow = (patient: number, count: number) => [
  pseudonym(patient),
  1,
  '2019-05-06',
  '2019-05-20',
  'oui',
  'oui',
  ...COUNTED.flatMap(({ name }, place) =>
    SIDES.map(() => (name.endsWith('total') ? count + 8 : count + place)),
  ),
];
export const pairs = (count: number, ...numbers: readonly number[]) =>
  csv(PAIR_COLUMNS, ...numbers.map((patient) => pairRow(patient, count)));

const LESION_COLUMNS = ['patient_id', 'pair', 'lesion', 'side', 'mri_t2fs_mm', 'ct_portal_mm'];
export const lesions = (patient: number, ...numbers: readonly number[]) =>
  csv(
    LESION_COLUMNS,
    ...numbers.map((lesion) => [pseudonym(patient), 1, lesion, 'left', '12,5', 7 + lesion]),
  );

const LISTED_COLUMNS = ['patient_id', 'pair', 'lesion', 'side', 'size_class', ...SEEN, 'nature', 'reference'];
/** Lesions that are listed where, and as large as, `lesions` measures them; or, on the right, elsewhere. */
export const listed = (side: 'left' | 'right', patient: number, ...numbers: readonly number[]) =>
  csv(
    LISTED_COLUMNS,
    ...numbers.map((lesion) => [
      pseudonym(patient),
      1,
      lesion,
      side,
      '10_19',
      ...SEEN.map(() => 'oui'),
      'metastasis',
      'follow_up',
    ]),
  );
/** The same where `lesions` measures them, but of another size. */
export const listedTooSmall = (patient: number, ...numbers: readonly number[]) =>
  listed('left', patient, ...numbers).replaceAll('10_19', 'under_5');

export const WORKBOOK = 'PK\u0003\u0004 quux';
