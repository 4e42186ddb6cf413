import { MOST_FILES } from '#shared/storage/centre-head.ts';
import { tooManyFiles, unreadableFile } from '#shared/validation/file-problems.ts';
import { LARGEST_FILE_BYTES, LONGEST_LINE, MOST_LINES, MOST_ROWS } from '#shared/validation/limits.ts';
import { inWholeFile, type Problem } from '#shared/validation/problem.ts';
import { uploadAt } from '#shared/validation/upload-place.ts';
import { type Bytes, bytesOf, columnNames, fileOfCells } from './csv-file.ts';
import { problemsOf } from './examined.ts';
import { finding, type ProblemCase } from './problem-case.ts';

const beginning = (...signature: readonly number[]): Bytes =>
  Uint8Array.from([...signature, ...bytesOf('patient_id,sex\n\u0000\u0001')]);
const utf16 = (text: string, bigEndian: boolean): Bytes =>
  Uint8Array.from(
    [...text].flatMap((character) => {
      const [low, high] = [character.charCodeAt(0) & 0xff, character.charCodeAt(0) >> 8];
      return bigEndian ? [high, low] : [low, high];
    }),
  );
const PATIENTS = 'patient_id;sex\r\nP1;F\r\n';

const wholeFile = (title: string, code: string, bytes: () => Bytes): ProblemCase => ({
  title,
  found: () => problemsOf(bytes()),
  expected: [finding(code)],
});

/** Files that are no CSV at all, each known by how it begins. */
const NOT_CSV = [
  wholeFile('an Excel workbook or zip', 'NOT_CSV', () => beginning(0x50, 0x4b, 3, 4)),
  wholeFile('an old Excel workbook', 'NOT_CSV', () => beginning(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1)),
  wholeFile('a PDF', 'NOT_CSV', () => bytesOf('%PDF-1.7\n1 0 obj')),
  wholeFile('a gzip archive', 'NOT_CSV', () => beginning(0x1f, 0x8b, 8)),
  wholeFile('a web page that a program called .xls', 'NOT_CSV', () =>
    bytesOf('<html><table><tr><td>patient_id</td></tr></table></html>'),
  ),
  wholeFile('rows as JSON', 'NOT_CSV', () => bytesOf('[{"patient_id":"P1","sex":"F"}]')),
  wholeFile('JSON or RTF', 'NOT_CSV', () => bytesOf('{"patients":[]}')),
  wholeFile('any binary file', 'NOT_CSV', () => bytesOf('patient_id,sex\nP1\u0007,F\n')),
  wholeFile('a binary file of which a third is zeros', 'NOT_CSV', () => bytesOf('ab\u0000')),
  wholeFile('UTF-16 with a character that no text holds', 'NOT_CSV', () =>
    utf16(`\uFEFF${PATIENTS}\u0007;`, false),
  ),
  wholeFile('UTF-16 with half a character', 'NOT_CSV', () => utf16(`\uFEFF${PATIENTS}`, true).slice(0, -1)),
  wholeFile('Ctrl-Z before the end', 'NOT_CSV', () => bytesOf(`${PATIENTS}\u001aP2;F\r\n`)),
  wholeFile('UTF-16 without a mark', 'UTF_16', () => utf16(PATIENTS, false)),
  wholeFile('UTF-16 without a mark, big-endian', 'UTF_16', () => utf16(PATIENTS, true)),
];

const EMPTY = [
  wholeFile('no byte at all', 'EMPTY_FILE', () => bytesOf('')),
  wholeFile('a byte-order mark only', 'EMPTY_FILE', () => bytesOf('', 'utf-8-with-bom')),
  wholeFile('blank lines only', 'EMPTY_FILE', () => bytesOf(' \r\n\t\r\n\r\n')),
  wholeFile('the separators of blank cells only', 'EMPTY_FILE', () => bytesOf(';;;\n"";"";\n')),
];

const TOO_MUCH: readonly ProblemCase[] = [
  wholeFile('one byte too many', 'FILE_TOO_LARGE', () => new Uint8Array(LARGEST_FILE_BYTES + 1)),
  {
    title: 'one row too many, even of rows that are wrong, and nothing but that',
    found: () =>
      problemsOf(
        bytesOf(
          `patient_id,sex,histologically_proven,primary_site,liver_metastases\n${'"\n'.repeat(MOST_ROWS + 1)}`,
        ),
      ),
    expected: [finding('TOO_MANY_ROWS', MOST_ROWS + 2)],
  },
  wholeFile('one line too many, all of them blank', 'TOO_MANY_ROWS', () =>
    bytesOf('\r\n'.repeat(MOST_LINES)),
  ),
  {
    title: 'one character too many in a line',
    found: () => problemsOf(bytesOf(`${PATIENTS}${','.repeat(LONGEST_LINE + 1)}\n`)),
    expected: [finding('LINE_TOO_LONG', 3)],
  },
];

const withHeader = (change: (columns: readonly string[]) => readonly string[]) =>
  fileOfCells([change(columnNames('lesions')), ['P1', '1', '1', '1', 'right', '9', '9', '9', '9', '9', '9']]);

const HEADERS: readonly ProblemCase[] = [
  {
    title: 'a header without rows',
    found: () => problemsOf(bytesOf(`\n\n${columnNames('pairs').join(';')}\n;;\n`)),
    expected: [finding('NO_ROWS', 3)],
  },
  {
    title: 'a header of some other table',
    found: () => problemsOf(bytesOf('\r\nnom;prénom\r\nP1;F\r\n')),
    expected: [finding('UNKNOWN_HEADER', 2, null, 'nom;prénom')],
  },
  {
    title: 'a single known name among others',
    found: () => problemsOf(bytesOf('patient_id;poids\nP1;70\n')),
    expected: [finding('UNKNOWN_HEADER', 1, null, 'patient_id;poids')],
  },
  {
    title: 'no header, but a row',
    found: () => problemsOf(bytesOf('P1,1,1,1,right,9,9,9,9,9,9\n')),
    expected: [finding('UNKNOWN_HEADER', 1, null, 'P1,1,1,1,right,9,9,9,9,9,9')],
  },
  {
    title: 'columns separated by something else',
    found: () => problemsOf(bytesOf('patient_id|pair|lesion|side\nP1|1|1|right\n')),
    expected: [finding('UNKNOWN_HEADER', 1, null, 'patient_id|pair|lesion|side')],
  },
  {
    title: 'a title and groups of columns above the header',
    found: () => problemsOf(bytesOf('Étude\n\n;;;IRM;\npatient_id;pair;lesion;side;mri_t2fs_mm\n')),
    expected: [finding('UNKNOWN_HEADER', 1, null, 'Étude')],
  },
  {
    title: 'columns separated by spaces, their names in quotation marks, as R’s write.table writes them',
    found: () => problemsOf(bytesOf('"patient_id" "pair" "lesion" "side"\n"1" "P1" 1 1 "right"\n')),
    expected: [finding('UNKNOWN_HEADER', 1, null, '"patient_id" "pair" "lesion" "side"')],
  },
  {
    title: 'each line within quotation marks',
    found: () => problemsOf(bytesOf('"patient_id,pair,""lesion"",side"\n"P1,1,1,right"\n')),
    expected: [finding('UNKNOWN_HEADER', 1, null, '"patient_id,pair,""lesion"",side"')],
  },
  {
    title: 'a table on its side',
    found: () => problemsOf(bytesOf('patient_id;P1;P2\nsex;F;M\nprimary_site;colon;colon\n')),
    expected: [finding('UNKNOWN_HEADER', 1, null, 'patient_id;P1;P2')],
  },
  {
    title: 'a stray quotation mark in the header',
    found: () => problemsOf(bytesOf('patient_id,pair",lesion,side\nP1,1,1,right\n')),
    expected: [finding('STRAY_QUOTE', 1)],
  },
  {
    title: 'a required column missing',
    found: () => problemsOf(withHeader((columns) => columns.filter((name) => name !== 'side'))),
    expected: [finding('MISSING_COLUMN', 1, 'side')],
  },
  {
    title: 'a column of which the study knows nothing',
    found: () => problemsOf(withHeader((columns) => [...columns, ' Nom du patient '])),
    expected: [finding('UNKNOWN_COLUMN', 1, 'Nom du patient', 'Nom du patient')],
  },
  {
    title: 'a character in the name of a column that nobody sees, and one of another alphabet',
    found: () =>
      problemsOf(
        bytesOf('patient_id;p\u200bair;lesion;sid\u0435;ct_portal_mm;\u0441t_arterial_mm\nP1;1;1;left;9;9\n'),
      ),
    expected: [
      finding('UNKNOWN_COLUMN', 1, 'p\u200bair', 'p\u200bair'),
      finding('UNKNOWN_COLUMN', 1, 'sid\u0435', 'sid\u0435'),
      finding('UNKNOWN_COLUMN', 1, '\u0441t_arterial_mm', '\u0441t_arterial_mm'),
    ],
  },
  {
    title: 'a last column named like our annotation, with the sender’s own words',
    found: () => problemsOf(bytesOf('patient_id;pair;lesion;side;problem\nP1;1;1;left;vu\n')),
    expected: [finding('UNKNOWN_COLUMN', 1, 'problem', 'problem')],
  },
  {
    title: 'the same column twice, spelt in two ways',
    found: () => problemsOf(withHeader((columns) => [...columns, 'Patient-ID'])),
    expected: [finding('REPEATED_COLUMN', 1, 'patient_id', 'Patient-ID')],
  },
  {
    title: 'everything wrong with a header at once',
    found: () => problemsOf(bytesOf('patient_id;pair;pair;poids;ct_portal_mm;lesion\nP1;1;1;1;9;1\n')),
    expected: [
      finding('REPEATED_COLUMN', 1, 'pair', 'pair'),
      finding('UNKNOWN_COLUMN', 1, 'poids', 'poids'),
      finding('MISSING_COLUMN', 1, 'side'),
    ],
  },
];

const misplaced = (key: string): readonly Problem[] => {
  const { misplaced: problem } = uploadAt(key, ['rouen', 'lille']);
  return problem === null ? [] : [problem];
};

const PLACES: readonly ProblemCase[] = [
  {
    title: 'a file in a folder too deep',
    found: () => misplaced('uploads/rouen/2021/pairs.csv'),
    expected: [finding('WRONG_PLACE', null, null, 'uploads/rouen/2021/pairs.csv')],
  },
  {
    title: 'a name that is no CSV’s',
    found: () => misplaced('uploads/rouen/pairs.xlsx'),
    expected: [finding('NOT_NAMED_CSV', null, null, 'pairs.xlsx')],
  },
  {
    title: 'a folder of no centre',
    found: () => misplaced('uploads/Rouen/pairs.csv'),
    expected: [finding('UNKNOWN_CENTRE', null, null, 'Rouen')],
  },
  {
    title: 'a file in the archives',
    found: () => [unreadableFile(inWholeFile, 'archived')],
    expected: [finding('UNREADABLE_FILE')],
  },
  {
    title: 'a file under another key',
    found: () => [unreadableFile(inWholeFile, 'foreign_key')],
    expected: [finding('UNREADABLE_FILE')],
  },
  {
    title: 'one file too many of a centre',
    found: () => [tooManyFiles(inWholeFile, MOST_FILES)],
    expected: [finding('TOO_MANY_FILES')],
  },
];

/** What may be wrong with a file before any row of it is read. */
export const FILE_CASES: readonly ProblemCase[] = [...NOT_CSV, ...EMPTY, ...HEADERS, ...PLACES, ...TOO_MUCH];
