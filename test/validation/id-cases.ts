import { hospitalFile } from '#test/hospital-files/hospital-file.ts';
import { csvFile } from './csv-file.ts';
import { problemsOf, problemsReplacing, rowsElsewhere, warningsOf } from './examined.ts';
import { finding, type ProblemCase } from './problem-case.ts';

const patientsCalled = (...ids: readonly string[]) =>
  csvFile(
    'patients',
    ids.map((patient_id) => ({ patient_id })),
  );

/** What may be wrong with a pseudonym. */
export const ID_CASES: readonly ProblemCase[] = [
  {
    title: 'an id that differs from one above only by zeros, dashes or case',
    found: () => problemsOf(patientsCalled('001', '01', '1', '10', 'NTE-01', 'NTE_01', 'nte1', 'NTE-10')),
    expected: [
      finding('ID_ALIKE', 3, 'patient_id', '01'),
      finding('ID_ALIKE', 4, 'patient_id', '1'),
      finding('ID_ALIKE', 7, 'patient_id', 'NTE_01'),
      finding('ID_ALIKE', 8, 'patient_id', 'nte1'),
    ],
  },
  {
    title: 'an id that differs by its dash from one above',
    found: () => problemsOf(hospitalFile('ids-differ-by-dash')),
    expected: [finding('ID_ALIKE', 3, 'patient_id', 'NTE_01')],
  },
  {
    title: 'ids that have lost their zeros and case since the file before',
    found: () =>
      problemsOf(
        hospitalFile('second-file-zeros-and-case-lost'),
        rowsElsewhere('patients', ['007', 'NTE-01'], 'patients.csv'),
      ),
    expected: [
      finding('ID_ALIKE_IN_OTHER_FILE', 2, 'patient_id', '7'),
      finding('ID_ALIKE_IN_OTHER_FILE', 3, 'patient_id', 'nte01'),
    ],
  },
  {
    title: 'an id that an older file of any table writes otherwise',
    found: () =>
      problemsOf(csvFile('pairs', [{ patient_id: '7' }, { patient_id: '8' }, { patient_id: 'nte01' }]), {
        ...rowsElsewhere('patients', ['007', '8'], 'patients.csv'),
        ...{ lesions: rowsElsewhere('lesions', ['NTE-01#1#1#1'], 'lesions.csv').lesions },
      }),
    expected: [
      finding('ID_ALIKE_IN_OTHER_FILE', 2, 'patient_id', '7'),
      finding('ID_ALIKE_IN_OTHER_FILE', 4, 'patient_id', 'nte01'),
    ],
  },
  {
    title: 'an id that the version before wrote otherwise',
    found: () =>
      problemsReplacing(patientsCalled('001', '002', 'NTE-3'), patientsCalled('1', '002', 'NTE3', '4')),
    expected: [
      finding('ID_ALIKE_BEFORE', 2, 'patient_id', '1'),
      finding('ID_ALIKE_BEFORE', 4, 'patient_id', 'NTE3'),
    ],
  },
  {
    title: 'an id of the shape of a social-security number, a phone number, a date of birth',
    found: () =>
      problemsOf(
        patientsCalled('1540375116001', '0612345678', '1954-03-12', '12031954', '154-03-2A-116-001-42', '7'),
      ),
    expected: [
      finding('ID_IDENTIFIES', 2, 'patient_id', '1540375116001'),
      finding('ID_IDENTIFIES', 3, 'patient_id', '0612345678'),
      finding('ID_IDENTIFIES', 4, 'patient_id', '1954-03-12'),
      finding('ID_IDENTIFIES', 5, 'patient_id', '12031954'),
      finding('ID_IDENTIFIES', 6, 'patient_id', '154-03-2A-116-001-42'),
    ],
  },
];

/** What is doubtful in a pseudonym. */
export const DOUBTFUL_IDS: readonly ProblemCase[] = [
  {
    title: 'two words like a name, once a patient',
    found: () =>
      warningsOf(
        csvFile('pairs', [
          { patient_id: 'MARTIN-Jeanne' },
          { patient_id: 'MARTIN-Jeanne', pair: '2', ct_date: '2019-09-04', mri_date: '2019-10-02' },
          { patient_id: 'NTE-01' },
        ]),
        rowsElsewhere('patients', ['MARTIN-Jeanne', 'NTE-01']),
      ),
    expected: [finding('ID_LIKE_NAME', 2, 'patient_id', 'MARTIN-Jeanne')],
  },
  {
    title: 'numbers of eight digits and more, all of them',
    found: () => warningsOf(patientsCalled('80041277', '800512345')),
    expected: [finding('IDS_LIKE_HOSPITAL_NUMBERS', 1, 'patient_id')],
  },
];
