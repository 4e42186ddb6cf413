import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { circumstancesAt } from '#shared/validation/circumstances.ts';
import { findingsOf } from '#shared/validation/examination.ts';
import { NO_OTHER_ROWS } from '#shared/validation/identity-rules.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { bytesOf } from '#test/validation/csv-file.ts';
import { codesOf, examined, problemsReplacing, rowsElsewhere } from '#test/validation/examined.ts';
import { hospitalFile } from './hospital-file.ts';

/** A file, its verdict, and all that is found, as `code line column`. */
type Answer = readonly [file: string, verdict: 'accepted' | 'refused', found: readonly string[]];

/** What the centre has sent before one of them. */
const SENT_BEFORE = new Map([
  ['second-file-zeros-and-case-lost', rowsElsewhere('patients', ['007', 'NTE-01'], 'patients.csv')],
]);

const ANSWERS: readonly Answer[] = [
  ['month-first-dates', 'refused', ['MONTH_FIRST_DATES 1 ct_date', 'MONTH_FIRST_DATES 1 mri_date']],
  ['caen-patients-annotated', 'refused', ['UNEXPECTED_VALUE 3 sex']],
  [
    'second-file-zeros-and-case-lost',
    'refused',
    ['ID_ALIKE_IN_OTHER_FILE 2 patient_id', 'ID_ALIKE_IN_OTHER_FILE 3 patient_id'],
  ],
  ['ids-differ-by-dash', 'refused', ['ID_ALIKE 3 patient_id']],
  [
    'decimal-comma-short-row',
    'accepted',
    ['COLUMN_ABSENT 1', 'PERHAPS_HALF_NUMBERS 2 mri_t2fs_mm', 'PAIR_NOT_SENT 2 patient_id'],
  ],
  ['cut-off', 'refused', ['LOOKS_CUT_OFF 3']],
  ['dates-after-upload', 'refused', ['DATE_AFTER_UPLOAD 2 ct_date', 'DATE_AFTER_UPLOAD 2 mri_date']],
  ['stray-quote-rows', 'refused', ['STRAY_QUOTE 3', 'STRAY_QUOTE 4', 'STRAY_QUOTE 5']],
  ['quoted-ids', 'refused', ['UNEXPECTED_VALUE 3 sex']],
  ['mixed-line-ends', 'refused', ['UNEXPECTED_VALUE 3 sex']],
  ['sep-line', 'refused', ['UNEXPECTED_VALUE 3 sex']],
  ['own-column-problem', 'refused', ['UNKNOWN_COLUMN 1 problem']],
  ['problem-column-then-blanks', 'accepted', ['COLUMN_ABSENT 1']],
  ['invisible-character-in-id', 'refused', ['UNEXPECTED_VALUE 2 patient_id']],
  ['byte-order-mark-encoded-twice', 'accepted', ['COLUMN_ABSENT 1']],
  ['two-files-joined', 'refused', ['SECOND_HEADER 3']],
  ['row-names-column', 'refused', ['ROW_NAMES 1']],
  ['header-commas-rows-semicolons', 'refused', ['TWO_SEPARATORS 1']],
];

describe('a file as hospitals’ programs make it', () => {
  it.each(ANSWERS)('%s.csv is %s', (file, verdict, found) => {
    const others = SENT_BEFORE.get(file) ?? NO_OTHER_ROWS;
    const examination = examined(hospitalFile(file), others, SETTINGS, circumstancesAt('2026-11-02'));
    expect(examination.verdict).toBe(verdict);
    const written = findingsOf(examination).map(({ code, row, column }) =>
      [code, row, column].filter((part) => part !== null).join(' '),
    );
    // A file is refused for nothing else; an accepted one may be doubted for more.
    expect(written).toEqual(verdict === 'refused' ? found : expect.arrayContaining([...found]));
  });

  it('has its answer here and in the README', () => {
    const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.csv'));
    expect(ANSWERS.map(([file]) => `${file}.csv`).toSorted()).toEqual(files.toSorted());
    const readme = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8');
    for (const file of files) expect(readme).toContain(`| \`${file}\` |`);
  });

  it('is refused where it comes back with 1 for 001, beside its version before and beside other files', () => {
    const sent = new TextDecoder()
      .decode(hospitalFile('caen-patients-annotated'))
      .replace('002,Z,', '002,M,');
    const zerosLost = bytesOf(sent.replace(/^0+/gm, ''));
    expect(new Set(problemsReplacing(bytesOf(sent), zerosLost).map(({ column }) => column))).toEqual(
      new Set(['patient_id']),
    );
    expect(codesOf(zerosLost, rowsElsewhere('pairs', ['001#1#1']))).toEqual(['ID_ALIKE_IN_OTHER_FILE']);
  });
});
