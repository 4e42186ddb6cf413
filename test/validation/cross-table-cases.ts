import type { LesionRow } from '#shared/tables/lesions.ts';
import type { PairRow } from '#shared/tables/pairs.ts';
import type { PatientRow } from '#shared/tables/patients.ts';
import type { TableRow } from '#shared/tables/tables.ts';
import { counts, lesionRow, pairRow, patientRow } from '#test/tables/rows.ts';
import { type Cells, csvFile } from './csv-file.ts';
import { centreRows, warningsOf } from './examined.ts';
import { finding, type ProblemCase } from './problem-case.ts';

const patient = (differs: Partial<PatientRow> = {}): TableRow => ({
  table: 'patients',
  row: patientRow(differs),
});
const pair = (differs: Partial<PairRow> = {}): TableRow => ({ table: 'pairs', row: pairRow(differs) });
const lesion = (differs: Partial<LesionRow> = {}): TableRow => ({
  table: 'lesions',
  row: lesionRow(differs),
});

const pairsFile = (rows: readonly Cells<'pairs'>[], ...others: readonly TableRow[]) =>
  warningsOf(csvFile('pairs', rows), centreRows(patient(), ...others));
const lesionsFile = (rows: readonly Cells<'lesions'>[], ...others: readonly TableRow[]) =>
  warningsOf(csvFile('lesions', rows), centreRows(patient(), ...others));

const LATER = { pair: '2', ct_date: '2019-09-04', mri_date: '2019-10-02' };
const NOTHING = Object.fromEntries(
  Object.keys(counts(() => 0)).map((column) => [column, '0']),
) satisfies Cells<'pairs'>;
/** All lesions that are counted are measured: one on the right, one on the left. */
const BOTH = [lesion(), lesion({ lesion: 2, side: 'left' })];
const COUNTED_ONCE = { mri_total_right: 1, mri_total_left: 1, ct_total_right: 1, ct_total_left: 1 };

/** What is doubtful in a file beside its own other rows and those of the centre's other files. */
export const CROSS_TABLE_CASES: readonly ProblemCase[] = [
  {
    title: 'a CT in two pairs, told of the later one',
    found: () => pairsFile([{}, { ...LATER, ct_date: '2019-03-04', mri_date: '2019-05-02' }]),
    expected: [finding('SCAN_USED_TWICE', 3, 'ct_date', '2019-03-04')],
  },
  {
    title: 'an MRI in two pairs, one of them in another file',
    found: () => pairsFile([{ ct_date: '2019-04-01' }], pair({ pair: 2, ct_date: '2019-05-01' })),
    expected: [finding('SCAN_USED_TWICE', 2, 'mri_date', '2019-04-02')],
  },
  {
    title: 'a pair twice, once a pair although two readers read it',
    found: () => pairsFile([{}, { pair: '2' }, { pair: '2', reader: '2' }]),
    expected: [finding('PAIR_DATES_REPEATED', 3, 'ct_date', '2019-03-04')],
  },
  {
    title: 'the same dates of two patients, or of two readers of a pair: nothing',
    found: () => pairsFile([{}, { reader: '2' }, { patient_id: 'P2' }], patient({ patient_id: 'P2' })),
    expected: [],
  },
  {
    title: 'a pair that only reader 2 has read',
    found: () => pairsFile([{}, { reader: '2' }, { ...LATER, reader: '2' }]),
    expected: [finding('FIRST_READER_ABSENT', 4, 'reader', '2')],
  },
  {
    title: 'readers 2 whose first reader is in another file: nothing',
    found: () => pairsFile([{ reader: '2' }], pair()),
    expected: [],
  },
  {
    title: 'a file of reader 2 alone: one warning of the file',
    found: () =>
      pairsFile(
        ['1', '2', '3', '4'].map((month, position) => ({
          pair: month,
          reader: '2',
          ct_date: `201${position + 6}-03-04`,
          mri_date: `201${position + 6}-03-05`,
        })),
      ),
    expected: [finding('FIRST_READER_ABSENT', 1)],
  },
  {
    title: 'scans a day before the study’s period and a day after it, not those of its first and last day',
    found: () =>
      pairsFile([
        { ct_date: '2015-12-31', mri_date: '2016-01-01' },
        { pair: '2', ct_date: '2021-12-31', mri_date: '2022-01-01' },
      ]),
    expected: [
      finding('SCAN_OUTSIDE_PERIOD', 2, 'ct_date', '2015-12-31'),
      finding('SCAN_OUTSIDE_PERIOD', 3, 'mri_date', '2022-01-01'),
    ],
  },
  {
    title: 'scans outside the study’s period throughout: one warning of the file',
    found: () =>
      pairsFile(
        ['1', '2', '3', '4'].map((pair) => ({
          pair,
          ct_date: `203${pair}-03-04`,
          mri_date: `203${pair}-03-05`,
        })),
      ),
    expected: [finding('SCAN_OUTSIDE_PERIOD', 1)],
  },
  {
    title: 'nothing counted of a patient whose metastases are on the images',
    found: () => pairsFile([NOTHING, { ...LATER, ...NOTHING }]),
    expected: [finding('NO_METASTASIS_COUNTED', 2, 'mri_total_right', '0')],
  },
  {
    title: 'fewer CT examinations than the pairs have, not as many',
    found: () => [
      ...warningsOf(
        csvFile('patients', [{ ct_exams: '1' }]),
        centreRows(pair(), pair({ pair: 2, ct_date: '2019-09-04' })),
      ),
      ...pairsFile([{}, LATER], patient({ ct_exams: 1 })),
      ...pairsFile([{}, { reader: '2' }, LATER], patient({ ct_exams: 2 })),
    ],
    expected: [
      finding('CT_EXAMS_BELOW_PAIRS', 2, 'ct_exams', '1'),
      finding('CT_EXAMS_BELOW_PAIRS', 2, 'ct_date', '2019-03-04'),
    ],
  },
  {
    title: 'nothing counted at one of two pairs: nothing',
    found: () => pairsFile([{}, { ...LATER, ...NOTHING }]),
    expected: [],
  },
  {
    title: 'nothing counted of a patient whose file follows',
    found: () => warningsOf(csvFile('patients', [{}]), centreRows(pair(counts(() => 0)))),
    expected: [finding('NO_METASTASIS_COUNTED', 2, 'metastases_on_images', 'yes')],
  },
  {
    title: 'more lesions measured on a sequence and side than counted there, one of 0 mm apart',
    found: () =>
      lesionsFile(
        [{}, { lesion: '2' }, { lesion: '3', mri_t2fs_mm: '0' }],
        pair({
          ...counts(() => 3),
          mri_total_left: 0,
          ct_total_left: 0,
          mri_t2fs_right: 1,
          mri_portal_left: 0,
        }),
      ),
    expected: [finding('MEASURED_BEYOND_COUNTED', 3, 'mri_t2fs_mm', '12.5')],
  },
  {
    title: 'the same, told of the count where the pairs follow',
    found: () =>
      pairsFile(
        [
          {
            mri_t2fs_right: '0',
            mri_total_right: '1',
            ct_total_right: '1',
            mri_total_left: '1',
            ct_total_left: '1',
          },
        ],
        ...BOTH,
      ),
    expected: [finding('MEASURED_BEYOND_COUNTED', 2, 'mri_t2fs_right', '0')],
  },
  {
    title: 'a pair that is measurable and has no lesion, where the centre has sent lesions',
    found: () =>
      pairsFile(
        [
          { ...LATER, pair: '1' },
          { ...LATER, ct_date: '2020-09-05', mri_date: '2020-09-06' },
        ],
        ...BOTH,
        lesion({ patient_id: 'P2' }),
      ),
    expected: [
      finding('MEASURED_TOO_FEW', 2, 'measurable', 'yes'),
      finding('MEASURABLE_WITHOUT_LESIONS', 3, 'measurable', 'yes'),
    ],
  },
  {
    title: 'measurable pairs before any lesion has come: nothing',
    found: () => pairsFile([{}, LATER]),
    expected: [],
  },
  {
    title: 'lesions of a pair that is not measurable',
    found: () => lesionsFile([{}], pair({ measurable: 'not_measurable' })),
    expected: [finding('MEASURED_THOUGH_NOT_MEASURABLE', 2, 'lesion', '1')],
  },
  {
    title: 'a lesion on every sequence of a pair that has none such, told of the pair',
    found: () => pairsFile([{ measurable: 'no_lesion_on_every_sequence' }], lesion()),
    expected: [finding('MEASURED_THOUGH_NOT_MEASURABLE', 2, 'measurable', 'no_lesion_on_every_sequence')],
  },
  {
    title: 'a lesion on some sequences of a pair that has none on all: nothing',
    found: () => lesionsFile([{ ct_portal_mm: '' }], pair({ measurable: 'no_lesion_on_every_sequence' })),
    expected: [],
  },
  {
    title: 'fewer lesions measured than counted',
    found: () => lesionsFile([{}], pair({ ...COUNTED_ONCE, ct_total_left: 0 })),
    expected: [finding('MEASURED_TOO_FEW', 2, 'lesion', '1')],
  },
  {
    title: 'as many lesions measured as counted, or five: nothing',
    found: () => [
      ...lesionsFile([{}, { lesion: '2', side: 'left' }], pair(COUNTED_ONCE)),
      ...lesionsFile(
        ['1', '2', '3', '4', '5'].map((lesion) => ({ lesion })),
        pair(counts(() => 9)),
      ),
    ],
    expected: [],
  },
  {
    title: 'fewer lesions measured than counted throughout: one warning of the file',
    found: () =>
      lesionsFile(
        ['1', '2', '3', '4'].map((pair) => ({ pair })),
        ...[1, 2, 3, 4].map((number) => pair({ pair: number })),
      ),
    expected: [finding('MEASURED_TOO_FEW', 1)],
  },
];
