import { columnNames, csvFile, fileOfCells } from './csv-file.ts';
import { rowsElsewhere, warningsOf, warningsReplacing } from './examined.ts';
import { finding, type ProblemCase } from './problem-case.ts';

const WITH_PATIENT = rowsElsewhere('patients', ['P1']);
const WITH_PAIRS = rowsElsewhere('pairs', ['P1#1#1', 'P1#2#1']);

const LATER = { ct_date: '2019-09-04', mri_date: '2019-10-02' };
const NOT_MEASURED = { measurable: 'not_measurable' };
const LESION_CELLS = ['P1', '1', '1', '1', 'left', '9', '9', '9', '9', '9', '9'];

/** What is doubtful in a file that is accepted. */
export const WARNING_CASES: readonly ProblemCase[] = [
  {
    title: 'optional columns that are absent',
    found: () =>
      warningsOf(
        fileOfCells([
          ['patient_id', 'pair', 'lesion', 'side', ...columnNames('lesions').slice(6)],
          ['P1', '1', '1', 'left', '5'],
        ]),
        WITH_PAIRS,
      ),
    expected: [finding('COLUMN_ABSENT', 1, null)],
  },
  {
    title: 'a version that leaves pairs without their patient',
    found: () =>
      warningsReplacing(
        csvFile('patients', [{}, { patient_id: 'P2' }]),
        csvFile('patients', [{ patient_id: 'P2' }]),
        WITH_PAIRS,
      ),
    expected: [finding('ROWS_LEFT_ALONE', 1)],
  },
  {
    title: 'a version that leaves a lesion without its pair',
    found: () =>
      warningsReplacing(
        csvFile('pairs', [NOT_MEASURED, { ...NOT_MEASURED, pair: '2' }]),
        csvFile('pairs', [NOT_MEASURED]),
        {
          ...WITH_PATIENT,
          lesions: rowsElsewhere('lesions', ['P1#2#1#1']).lesions,
        },
      ),
    expected: [finding('ROWS_LEFT_ALONE', 1)],
  },
  {
    title: 'a version that leaves listed lesions without their pair',
    found: () =>
      warningsReplacing(
        csvFile('pairs', [NOT_MEASURED, { ...NOT_MEASURED, pair: '2' }]),
        csvFile('pairs', [NOT_MEASURED]),
        {
          ...WITH_PATIENT,
          visibility: rowsElsewhere('visibility', ['P1#2#1#1', 'P1#2#1#2']).visibility,
        },
      ),
    expected: [finding('ROWS_LEFT_ALONE', 1)],
  },
  {
    title: 'diameters that had decimals in the version before',
    found: () => {
      const measured = (diameter: string) =>
        fileOfCells([
          columnNames('lesions'),
          [
            'P1',
            '1',
            '1',
            '1',
            'left',
            ...columnNames('lesions')
              .slice(5)
              .map(() => diameter),
          ],
        ]);
      return warningsReplacing(measured('12.8'), measured('13'), WITH_PAIRS);
    },
    expected: [finding('DIAMETERS_ROUNDED', 1)],
  },
  {
    title: 'a column absent without which nobody enters the study',
    found: () =>
      warningsOf(
        fileOfCells([
          columnNames('patients').filter((name) => !['metastases_on_images', 'grade'].includes(name)),
          ['P1', 'M', '60', '2019-03-17', 'yes', 'pancreas', '', '', '', '', 'present'],
        ]),
      ),
    expected: [finding('COLUMN_ABSENT', 1), finding('INCLUSION_COLUMN_ABSENT', 1, 'metastases_on_images')],
  },
  {
    title: 'a total that one sequence alone reaches',
    found: () => warningsOf(csvFile('pairs', [{ mri_diffusion_right: '2' }]), WITH_PATIENT),
    expected: [finding('TOTAL_EQUALS_ONE_SEQUENCE', 2, 'mri_total_right', '2')],
  },
  {
    title: 'totals that one sequence alone reaches, throughout: one warning of the file',
    found: () =>
      warningsOf(
        csvFile('pairs', [
          { mri_diffusion_right: '2', mri_diffusion_left: '2' },
          { pair: '2', ...LATER },
          { pair: '3', ct_date: '2020-09-04', mri_date: '2020-10-02', mri_diffusion_left: '2' },
        ]),
        WITH_PATIENT,
      ),
    expected: [finding('TOTAL_EQUALS_ONE_SEQUENCE', 1)],
  },
  {
    title: 'pairs without any patient of theirs: one warning of the file',
    found: () =>
      warningsOf(
        csvFile(
          'pairs',
          ['P1', 'P2', 'P3', 'P4'].map((patient_id) => ({ patient_id })),
        ),
      ),
    expected: [finding('PATIENT_NOT_SENT', 1)],
  },
  {
    title: 'half of the lesions without their pairs: one warning of the file',
    found: () =>
      warningsOf(
        csvFile('lesions', [
          ...['1', '2', '3', '4'].map((lesion) => ({ lesion })),
          ...['1', '2', '3', '4'].map((lesion) => ({ patient_id: 'P2', lesion })),
        ]),
        WITH_PAIRS,
      ),
    expected: [finding('PAIR_NOT_SENT', 1)],
  },
  {
    title: 'fewer than half of them: a warning each',
    found: () =>
      warningsOf(
        csvFile('lesions', [
          ...['1', '2', '3', '4', '5'].map((lesion) => ({ lesion })),
          ...['1', '2', '3', '4'].map((lesion) => ({ patient_id: 'P2', lesion })),
        ]),
        WITH_PAIRS,
      ),
    expected: [7, 8, 9, 10].map((line) => finding('PAIR_NOT_SENT', line, 'patient_id', 'P2')),
  },
  {
    title: 'scans three months apart, of a pair that would count otherwise',
    found: () =>
      warningsOf(
        csvFile('pairs', [
          { ct_date: '2019-01-02' },
          { pair: '2', ct_date: '2020-03-04', mri_date: '2020-06-03' },
          { pair: '3', ct_date: '2020-06-04', mri_date: '2020-09-04', protocol_complete: 'no' },
          { pair: '4', ct_date: '2020-10-04', mri_date: '2021-01-04' },
        ]),
        WITH_PATIENT,
      ),
    expected: [
      finding('INTERVAL_TOO_LONG', 2, 'mri_date', '2019-04-02'),
      finding('INTERVAL_TOO_LONG', 5, 'mri_date', '2021-01-04'),
    ],
  },
  {
    title: 'a diameter more than twice another of its lesion, one of 0 mm apart',
    found: () =>
      warningsOf(
        csvFile('lesions', [
          { mri_t2fs_mm: '128', ct_portal_mm: '0' },
          { lesion: '2', mri_t2fs_mm: '0' },
          { lesion: '3', ct_portal_mm: '131' },
        ]),
        WITH_PAIRS,
      ),
    expected: [
      finding('DIAMETERS_UNLIKE', 2, 'mri_t2fs_mm', '128'),
      finding('DIAMETERS_UNLIKE', 4, 'ct_portal_mm', '131'),
    ],
  },
  {
    title: 'boards a day before the study’s period and a day after it, and one that is not known',
    found: () =>
      warningsOf(
        csvFile('patients', [
          { board_date: '2015-12-31' },
          { patient_id: 'P2', board_date: '2016-01-01' },
          { patient_id: 'P3', board_date: '' },
          { patient_id: 'P4', board_date: '2021-12-31' },
          { patient_id: 'P5', board_date: '01/01/2022' },
        ]),
      ),
    expected: [
      finding('BOARD_DATE_OUTSIDE_PERIOD', 2, 'board_date', '2015-12-31'),
      finding('BOARD_DATE_OUTSIDE_PERIOD', 6, 'board_date', '01/01/2022'),
    ],
  },
  {
    title: 'a grade that Ki67 and mitoses contradict',
    found: () =>
      warningsOf(
        csvFile('patients', [
          { grade: 'G1', ki67_percent: '3' },
          { patient_id: 'P2', grade: 'G3', mitoses_per_10_hpf: '21' },
        ]),
      ),
    expected: [finding('GRADE_DISAGREES', 2, 'grade', 'G1')],
  },
  {
    title: 'poor differentiation with Ki67 and mitoses up to 20; not above, nor with one of them not known',
    found: () =>
      warningsOf(
        csvFile(
          'patients',
          [
            { ki67_percent: '20', mitoses_per_10_hpf: '20' },
            { ki67_percent: '20.5', mitoses_per_10_hpf: '3' },
            { ki67_percent: '3', mitoses_per_10_hpf: '21' },
            { ki67_percent: '', mitoses_per_10_hpf: '3' },
          ].map((indices, position) => ({
            patient_id: `P${position + 1}`,
            differentiation: 'poor',
            grade: 'G3',
            ...indices,
          })),
        ),
      ),
    expected: [finding('CARCINOMA_OF_LOW_INDICES', 2, 'differentiation', 'poor')],
  },
  {
    title: 'doses of another unit, not those at the limits',
    found: () =>
      warningsOf(
        csvFile('pairs', [
          { ct_dlp_arterial: '19.9', ct_dlp_portal: '20' },
          { ...LATER, pair: '2', ct_dlp_arterial: '4000', ct_dlp_portal: '4000.5' },
        ]),
        WITH_PATIENT,
      ),
    expected: [
      finding('DOSE_UNLIKELY', 2, 'ct_dlp_arterial', '19.9'),
      finding('DOSE_UNLIKELY', 3, 'ct_dlp_portal', '4000.5'),
    ],
  },
  {
    title:
      'massive involvement of a quarter of the liver, not of more, nor the same of a liver that is counted',
    found: () =>
      warningsOf(
        csvFile(
          'pairs',
          [
            ['P1', 'massive', '10_25'],
            ['P2', 'massive', '25_50'],
            ['P3', 'coalescent', 'under_10'],
          ].map(([patient_id = '', countable = '', liver_involvement = '']) => ({
            ...Object.fromEntries(
              columnNames('pairs')
                .filter((name) => /_(right|left)$/.test(name))
                .map((name) => [name, '']),
            ),
            patient_id,
            countable,
            liver_involvement,
          })),
        ),
        rowsElsewhere('patients', ['P1', 'P2', 'P3']),
      ),
    expected: [finding('INVOLVEMENT_DISAGREES', 2, 'liver_involvement', '10_25')],
  },
  {
    title: 'an example row of the template, left among others',
    found: () =>
      warningsOf(csvFile('patients', [{}, { patient_id: 'EXAMPLE-2' }, { patient_id: 'EXAMPLE-3' }])),
    expected: [finding('EXAMPLE_ROW', 3, 'patient_id', 'EXAMPLE-2')],
  },
  {
    title: 'a pair without its patient',
    found: () => warningsOf(csvFile('pairs', [{}, { patient_id: 'P2' }]), WITH_PATIENT),
    expected: [finding('PATIENT_NOT_SENT', 3, 'patient_id', 'P2')],
  },
  {
    title: 'a lesion without its pair, in a file whose first header cell is blank',
    found: () =>
      warningsOf(
        fileOfCells([
          ['', ...columnNames('lesions')],
          ['', ...LESION_CELLS],
        ]),
      ),
    expected: [finding('PAIR_NOT_SENT', 2, 'patient_id', 'P1')],
  },
  {
    title: 'a lesion without its pair and reader',
    found: () => warningsOf(csvFile('lesions', [{}, { reader: '2' }]), WITH_PAIRS),
    expected: [finding('PAIR_NOT_SENT', 3, 'patient_id', 'P1')],
  },
  {
    title: 'a lesion that changes side from one pair to the next',
    found: () => warningsOf(csvFile('lesions', [{}, { pair: '2', side: 'left' }]), WITH_PAIRS),
    expected: [finding('SIDE_CHANGES', 3, 'side', 'left')],
  },
  {
    title: 'two readers who give one pair different dates',
    found: () => warningsOf(csvFile('pairs', [{ reader: '2', mri_date: '2019-04-03' }, {}]), WITH_PATIENT),
    expected: [finding('READERS_DATES_DIFFER', 3, 'ct_date', '2019-03-04')],
  },
  {
    title: 'two readers who give one pair different CTs, another pair between their rows',
    found: () =>
      warningsOf(
        csvFile('pairs', [{}, { pair: '2', ...LATER }, { reader: '2', ct_date: '2019-03-05' }]),
        WITH_PATIENT,
      ),
    expected: [finding('READERS_DATES_DIFFER', 4, 'ct_date', '2019-03-05')],
  },
  {
    title: 'a reader of pairs who is not in the centre’s readers file, once',
    found: () =>
      warningsOf(
        csvFile('pairs', [
          {},
          { reader: '2' },
          { pair: '2', ...LATER },
          { pair: '2', ...LATER, reader: '2' },
        ]),
        {
          ...WITH_PATIENT,
          readers: rowsElsewhere('readers', ['1']).readers,
        },
      ),
    expected: [finding('READER_NOT_DESCRIBED', 3, 'reader', '2')],
  },
];
