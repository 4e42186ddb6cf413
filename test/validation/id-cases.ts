import { csvFile } from './csv-file.ts';
import { problemsOf, rowsElsewhere } from './examined.ts';
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
];
