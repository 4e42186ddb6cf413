import { hospitalFile } from '#test/hospital-files/hospital-file.ts';
import { bytesOf, columnNames, csvFile, PLAIN } from './csv-file.ts';
import { problemsOf } from './examined.ts';
import { finding, type ProblemCase } from './problem-case.ts';

const LESIONS = 'patient_id,pair,lesion,side,ct_portal_mm';
const file = (...lines: readonly string[]) => bytesOf(lines.map((line) => `${line}\n`).join(''));
const PATIENTS = 'patient_id,sex,histologically_proven,primary_site,liver_metastases';
const patient = (id: string) => `${id},F,yes,pancreas,present`;

/** One mistake that would show as many. */
export const CAUSE_CASES: readonly ProblemCase[] = [
  {
    title: 'row names of R’s write.csv',
    found: () => problemsOf(hospitalFile('row-names-column')),
    expected: [finding('ROW_NAMES', 1, null, '')],
  },
  {
    title: 'the index of pandas',
    found: () => problemsOf(file(`,${LESIONS}`, '0,P1,1,1,left,9', '1,P1,1,2,left,9')),
    expected: [finding('ROW_NAMES', 1, null, '')],
  },
  {
    title: 'row names of R’s write.table, which its header does not count',
    found: () => problemsOf(file(LESIONS, '"1",P1,1,1,left,9.5', '"2",P1,1,2,left,9')),
    expected: [finding('ROW_NAMES', 1, null, '')],
  },
  {
    title: 'a header with commas above rows with semicolons',
    found: () => problemsOf(hospitalFile('header-commas-rows-semicolons')),
    expected: [finding('TWO_SEPARATORS', 1)],
  },
  {
    title: 'a header with semicolons above rows with tabs',
    found: () => problemsOf(file(PATIENTS.replaceAll(',', ';'), patient('P1').replaceAll(',', '\t'))),
    expected: [finding('TWO_SEPARATORS', 1)],
  },
  {
    title: 'two files joined, the second with its byte-order mark',
    found: () => problemsOf(hospitalFile('two-files-joined')),
    expected: [finding('SECOND_HEADER', 3)],
  },
  {
    title: 'two files of two tables joined: the second is not read',
    found: () => problemsOf(file(PATIENTS, patient('P1'), '', LESIONS, 'P1,1,1,left,x', 'P1,1,2,left,y')),
    expected: [finding('SECOND_HEADER', 4)],
  },
  {
    title: 'two files joined whose columns stand in another order',
    found: () =>
      problemsOf(file(LESIONS, 'P1,1,1,left,9', 'pair,patient_id,lesion,side,ct_portal_mm', '1,P1,2,left,9')),
    expected: [finding('SECOND_HEADER', 3)],
  },
  {
    title: 'months before days throughout: one problem a column, beside what else is wrong',
    found: () =>
      problemsOf(
        csvFile('pairs', [
          { ct_date: '06/03/2019', mri_date: '2019-06-04' },
          { pair: '2', ct_date: '12/31/2019', mri_date: '2019-12-26', countable: 'peut-être' },
          { pair: '3', ct_date: '1/30/2021 00:00', mri_date: '2021-01-27' },
        ]),
      ),
    expected: [
      finding('MONTH_FIRST_DATES', 1, 'ct_date'),
      finding('UNEXPECTED_VALUE', 3, 'countable', 'peut-être'),
    ],
  },
  {
    title: 'years of two digits: one problem a column, beside what else is wrong',
    found: () =>
      problemsOf(
        csvFile('pairs', [
          { ct_date: '06/03/19', mri_date: '2019-06-04' },
          { pair: '2', ct_date: '25.12.19', mri_date: '26/12/19' },
          { pair: '3', ct_date: '3-1-21 00:00', mri_date: '31/02/2021' },
        ]),
      ),
    expected: [
      finding('TWO_DIGIT_YEARS', 1, 'ct_date'),
      finding('UNEXPECTED_VALUE', 3, 'mri_date', '26/12/19'),
      finding('UNEXPECTED_VALUE', 4, 'mri_date', '31/02/2021'),
    ],
  },
  {
    title: 'a spreadsheet’s numbers of days: one problem a column',
    found: () =>
      problemsOf(
        csvFile('patients', [
          { board_date: '43619' },
          { patient_id: 'P2', board_date: '43620,5' },
          { patient_id: 'P3', board_date: '436' },
        ]),
      ),
    expected: [
      finding('SPREADSHEET_DAYS', 1, 'board_date'),
      finding('UNEXPECTED_VALUE', 4, 'board_date', '436'),
    ],
  },
  {
    title: 'diameters that may be centimetres: one problem a column',
    found: () =>
      problemsOf(
        csvFile('lesions', [
          { ct_portal_mm: '1.28', mri_t2fs_mm: '1.281' },
          { lesion: '2', ct_portal_mm: '2,35 mm', mri_t2fs_mm: '1.3' },
          { lesion: '3', ct_portal_mm: '2.3 cm' },
        ]),
      ),
    expected: [
      finding('FINER_THAN_TENTHS', 1, 'ct_portal_mm'),
      finding('UNEXPECTED_VALUE', 2, 'mri_t2fs_mm', '1.281'),
      finding('UNEXPECTED_VALUE', 4, 'ct_portal_mm', '2.3 cm'),
    ],
  },
  {
    title: 'notes and totals between the rows and under them: one problem a line',
    found: () =>
      problemsOf(
        file(
          LESIONS,
          'Centre de Rouen',
          'P1,1,1,left,9',
          ',,,,Légende',
          'P2,,,NA,9',
          'Total,,,,9',
          ',,,left,9',
        ),
      ),
    expected: [
      finding('NOT_A_ROW', 2),
      finding('NOT_A_ROW', 4),
      finding('BLANK_CELL', 5, 'pair', ''),
      finding('BLANK_CELL', 5, 'lesion', ''),
      finding('BLANK_CELL', 5, 'side', 'NA'),
      finding('NOT_A_ROW', 6),
      finding('BLANK_CELL', 7, 'patient_id', ''),
      finding('BLANK_CELL', 7, 'pair', ''),
      finding('BLANK_CELL', 7, 'lesion', ''),
    ],
  },
  {
    title: 'a decimal comma in a comma-separated file: one problem a row, for cells that may be blank too',
    found: () => problemsOf(file(LESIONS, 'P1,1,1,left,9', 'P1,1,2,left,12,8', 'P1,1,3,left,9,')),
    expected: [finding('CELL_OUTSIDE_HEADER', 3, null, '8'), finding('CELL_OUTSIDE_HEADER', 4, null, '')],
  },
  {
    title: 'no cause at all where most rows are right',
    found: () =>
      problemsOf(csvFile('lesions', [{}, { lesion: '2' }, { lesion: '1' }], { ...PLAIN, delimiter: ';' })),
    expected: [finding('REPEATED_ROW', 4, 'patient_id', 'P1')],
  },
  {
    title: 'a row of names that are no header',
    found: () => problemsOf(file(columnNames('lesions').join(','), 'patient_id,x,x,x,x,x')),
    expected: ['pair', 'reader', 'lesion', 'side', 'mri_t2fs_mm'].map((column) =>
      finding('UNEXPECTED_VALUE', 2, column, 'x'),
    ),
  },
];
