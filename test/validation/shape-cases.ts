import { hospitalFile } from '#test/hospital-files/hospital-file.ts';
import { bytesOf } from './csv-file.ts';
import { problemsOf, rowsElsewhere, warningsOf } from './examined.ts';
import { finding, type ProblemCase } from './problem-case.ts';

/** What is seen by the shape of a file, and would be silent otherwise. */
export const SHAPE_CASES: readonly ProblemCase[] = [
  {
    title: 'a file that ends in the middle of its last row',
    found: () => problemsOf(hospitalFile('cut-off')),
    expected: [finding('LOOKS_CUT_OFF', 3)],
  },
  {
    title: 'a last row without its required cells, and nothing but that',
    found: () => problemsOf(bytesOf('patient_id;pair;lesion;ct_portal_mm;side\nP1;1;1;9;left\nP1;1;2')),
    expected: [finding('LOOKS_CUT_OFF', 3)],
  },
  {
    title: 'a decimal comma that a short row hides',
    found: () => warningsOf(hospitalFile('decimal-comma-short-row'), rowsElsewhere('pairs', ['R001#1#1'])),
    expected: [finding('COLUMN_ABSENT', 1), finding('PERHAPS_HALF_NUMBERS', 2, 'mri_t2fs_mm', '12')],
  },
];
