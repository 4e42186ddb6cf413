import { COUNT_COLUMNS } from '#shared/tables/pairs.ts';
import { circumstancesAt } from '#shared/validation/circumstances.ts';
import { NO_OTHER_ROWS } from '#shared/validation/identity-rules.ts';
import { hospitalFile } from '#test/hospital-files/hospital-file.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { bytesOf, type Cells, csvFile, PLAIN } from './csv-file.ts';
import { examined, problemsOf, rowsElsewhere } from './examined.ts';
import { finding, type ProblemCase } from './problem-case.ts';

const TOO_LONG = 'x'.repeat(250);
const SHOWN_WHOLE = 'x'.repeat(200);
const NO_DIAMETERS = {
  mri_t2fs_mm: '',
  mri_diffusion_mm: 'NA',
  mri_arterial_mm: '',
  mri_portal_mm: 'NC',
  ct_arterial_mm: '',
  ct_portal_mm: '',
} satisfies Cells<'lesions'>;
const UNCOUNTED: Cells<'pairs'> = Object.fromEntries(COUNT_COLUMNS.map(({ name }) => [name, '']));

const CELLS: readonly ProblemCase[] = [
  {
    title: 'a stray quotation mark, and only that row of four',
    found: () =>
      problemsOf(
        bytesOf(
          'patient_id,pair,lesion,side,ct_portal_mm\nP1,1,1,right,9\nP1,1,"2,right,9\nP1,1,3,"right",9\nP1,1,4,right,9\n',
        ),
      ),
    expected: [finding('STRAY_QUOTE', 3)],
  },
  {
    title: 'a line break inside a quoted cell, on both of its lines',
    found: () => problemsOf(bytesOf('patient_id;pair;lesion;side;ct_portal_mm\r\nP1;1;1;"right\r\n";9\r\n')),
    expected: [finding('STRAY_QUOTE', 2), finding('STRAY_QUOTE', 3)],
  },
  {
    title: 'a decimal comma between commas',
    found: () =>
      problemsOf(bytesOf('patient_id,pair,lesion,side,ct_arterial_mm,ct_portal_mm\nP1,1,1,right,12,5,9\n')),
    expected: [finding('CELL_OUTSIDE_HEADER', 2, null, '9')],
  },
  {
    title: 'a value under a blank header cell',
    found: () => problemsOf(bytesOf('patient_id;;pair;lesion;side;ct_portal_mm\nP1;Jeanne;1;1;right;9\n')),
    expected: [finding('CELL_OUTSIDE_HEADER', 2, null, 'Jeanne')],
  },
  {
    title: 'cells behind the header’s last one, once a row',
    found: () =>
      problemsOf(
        bytesOf('patient_id;pair;lesion;side;ct_portal_mm\nP1;1;1;right;9;;8;\nP1;1;2;right;9;;8;7;;6\n'),
      ),
    expected: [finding('CELL_OUTSIDE_HEADER', 2, null, '8'), finding('CELL_OUTSIDE_HEADER', 3, null, '8')],
  },
  {
    title: 'blank cells that may not be blank, however "not known" is written',
    found: () => problemsOf(csvFile('lesions', [{ patient_id: 'NA', pair: '', side: 'NC' }])),
    expected: [
      finding('BLANK_CELL', 2, 'patient_id', 'NA'),
      finding('BLANK_CELL', 2, 'pair', ''),
      finding('BLANK_CELL', 2, 'side', 'NC'),
    ],
  },
  {
    title: 'a row that ends before a required cell',
    found: () => problemsOf(bytesOf('patient_id;pair;lesion;ct_portal_mm;side\nP1;1;1;9\n')),
    expected: [finding('BLANK_CELL', 2, 'side', '')],
  },
  {
    title: 'a value that is just short enough to be shown whole',
    found: () => problemsOf(csvFile('patients', [{ sex: SHOWN_WHOLE }])),
    expected: [finding('UNEXPECTED_VALUE', 2, 'sex', SHOWN_WHOLE)],
  },
  {
    title: 'values that their columns do not know, each of them, a long one cut',
    found: () =>
      problemsOf(
        csvFile('patients', [{ patient_id: TOO_LONG, sex: 'X', ki67_percent: '100,1' }, { grade: 'G4' }]),
      ),
    expected: [
      finding('UNEXPECTED_VALUE', 2, 'patient_id', `${'x'.repeat(200)}…`),
      finding('UNEXPECTED_VALUE', 2, 'sex', 'X'),
      finding('UNEXPECTED_VALUE', 2, 'ki67_percent', '100,1'),
      finding('UNEXPECTED_VALUE', 3, 'grade', 'G4'),
    ],
  },
];

/** A cell of which the cause is known, by column: each says it, and what to write instead. */
const CAUSES: readonly ProblemCase[] = [
  {
    title: 'values of patients of which the cause is told',
    found: () =>
      problemsOf(
        csvFile('patients', [
          { patient_id: 'R 001', age_at_diagnosis: '57 ans', ki67_percent: '<5' },
          { patient_id: '12/03/1950', board_date: '43619', primary_site: 'gréle ?', ki67_percent: '5-10' },
          { patient_id: 'R\u200b1', board_date: '31/02/2019', chemotherapy: '=1', ki67_percent: '#REF!' },
          {
            patient_id: 'P\u0410',
            board_date: '12/03/19',
            mitoses_per_10_hpf: '1 000',
            ki67_percent: '3 mm',
          },
        ]),
      ),
    expected: [
      finding('UNEXPECTED_VALUE', 2, 'patient_id', 'R 001'),
      finding('UNEXPECTED_VALUE', 2, 'age_at_diagnosis', '57 ans'),
      finding('UNEXPECTED_VALUE', 2, 'ki67_percent', '<5'),
      finding('UNEXPECTED_VALUE', 3, 'patient_id', '12/03/1950'),
      finding('UNEXPECTED_VALUE', 3, 'board_date', '43619'),
      finding('UNEXPECTED_VALUE', 3, 'primary_site', 'gréle ?'),
      finding('UNEXPECTED_VALUE', 3, 'ki67_percent', '5-10'),
      finding('UNEXPECTED_VALUE', 4, 'patient_id', 'R\u200b1'),
      finding('UNEXPECTED_VALUE', 4, 'board_date', '31/02/2019'),
      finding('UNEXPECTED_VALUE', 4, 'ki67_percent', '#REF!'),
      finding('UNEXPECTED_VALUE', 4, 'chemotherapy', '=1'),
      finding('UNEXPECTED_VALUE', 5, 'patient_id', 'P\u0410'),
      finding('UNEXPECTED_VALUE', 5, 'board_date', '12/03/19'),
      finding('UNEXPECTED_VALUE', 5, 'mitoses_per_10_hpf', '1 000'),
      finding('UNEXPECTED_VALUE', 5, 'ki67_percent', '3 mm'),
    ],
  },
  {
    title: 'a pair that is not countable, without why',
    found: () => problemsOf(csvFile('pairs', [{ countable: 'non' }])),
    expected: [finding('UNEXPECTED_VALUE', 2, 'countable', 'non')],
  },
];

const PAIRS: readonly ProblemCase[] = [
  {
    title: 'counts that are required',
    found: () => problemsOf(csvFile('pairs', [{ ct_portal_left: '', mri_total_right: 'NC' }])),
    expected: [
      finding('COUNT_REQUIRED', 2, 'mri_total_right', 'NC'),
      finding('COUNT_REQUIRED', 2, 'ct_portal_left', ''),
    ],
  },
  {
    title: 'a count that is required, in a row that ends before it',
    found: () => problemsOf(csvFile('pairs', [{ ct_total_left: '' }], { ...PLAIN, rowEnds: 'shortened' })),
    expected: [finding('COUNT_REQUIRED', 2, 'ct_total_left', '')],
  },
  {
    title: 'a count of a liver too involved to count',
    found: () => problemsOf(csvFile('pairs', [{ ...UNCOUNTED, countable: 'massive', mri_t2fs_left: '40' }])),
    expected: [finding('COUNT_FORBIDDEN', 2, 'mri_t2fs_left', '40')],
  },
  {
    title: 'a total below one of its sequences',
    found: () => problemsOf(csvFile('pairs', [{ mri_diffusion_right: '3' }])),
    expected: [finding('TOTAL_BELOW_SEQUENCE', 2, 'mri_total_right', '2')],
  },
  {
    title: 'a total above the sum of its sequences',
    found: () => problemsOf(csvFile('pairs', [{ ct_total_left: '3' }])),
    expected: [finding('TOTAL_ABOVE_SUM', 2, 'ct_total_left', '3')],
  },
  {
    title: 'a pair that lies wholly before one with a smaller number',
    found: () =>
      problemsOf(
        csvFile('pairs', [
          { pair: '2', ct_date: '2018-01-10', mri_date: '2018-01-20' },
          { pair: '1', ct_date: '2018-02-10', mri_date: '2018-01-21' },
        ]),
      ),
    expected: [finding('PAIRS_OUT_OF_ORDER', 2, 'ct_date', '2018-01-10')],
  },
];

const TO_COME: readonly ProblemCase[] = [
  {
    title: 'scans after the day of the upload',
    found: () => {
      const scans = hospitalFile('dates-after-upload');
      const examination = examined(scans, NO_OTHER_ROWS, SETTINGS, circumstancesAt('2026-11-02'));
      return examination.verdict === 'refused' ? examination.problems : [];
    },
    expected: [
      finding('DATE_AFTER_UPLOAD', 2, 'ct_date', '03/06/2091'),
      finding('DATE_AFTER_UPLOAD', 2, 'mri_date', '06/07/2091'),
    ],
  },
];

const LESIONS: readonly ProblemCase[] = [
  {
    title: 'a lesion without a diameter',
    found: () => problemsOf(csvFile('lesions', [NO_DIAMETERS])),
    expected: [finding('NO_DIAMETER', 2)],
  },
  {
    title: 'a lesion whose largest diameter is under 5 mm',
    found: () =>
      problemsOf(csvFile('lesions', [{ ...NO_DIAMETERS, mri_portal_mm: '4.9', ct_portal_mm: '4,8' }])),
    expected: [finding('LESION_TOO_SMALL', 2, 'mri_portal_mm', '4.9')],
  },
  {
    title: 'a sixth lesion of a pair and reader',
    found: () =>
      problemsOf(
        csvFile(
          'lesions',
          ['1', '2', '3', '4', '5', '99'].map((lesion) => ({ lesion })),
        ),
      ),
    expected: [finding('TOO_MANY_LESIONS', 7, 'lesion', '99')],
  },
  {
    title: 'a row that repeats another one, a blank reader being the first',
    found: () => problemsOf(csvFile('lesions', [{ reader: '1' }, { lesion: '2' }, { reader: '' }])),
    expected: [finding('REPEATED_ROW', 4, 'patient_id', 'P1')],
  },
  {
    title: 'a row of another file of the centre',
    found: () =>
      problemsOf(csvFile('patients', [{}, { patient_id: 'P2' }]), rowsElsewhere('patients', ['P2'])),
    expected: [finding('ROW_IN_OTHER_FILE', 3, 'patient_id', 'P2')],
  },
];

/** What may be wrong with a row or a cell. */
export const ROW_CASES: readonly ProblemCase[] = [...CELLS, ...CAUSES, ...PAIRS, ...TO_COME, ...LESIONS];
