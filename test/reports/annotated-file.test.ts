import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annotatedFile } from '#shared/reports/annotated-file.ts';
import { decodeFile } from '#shared/validation/decode-file.ts';
import { findingsOf } from '#shared/validation/examination.ts';
import { DELIMITERS, splitCells } from '#shared/validation/split-cells.ts';
import { splitLines } from '#shared/validation/split-lines.ts';
import { hospitalFile } from '#test/hospital-files/hospital-file.ts';
import { arbitraryDialect } from '#test/validation/arbitrary-dialect.ts';
import {
  type Bytes,
  bytesOf,
  columnNames,
  csvFile,
  type Dialect,
  fileOfCells,
  PLAIN,
} from '#test/validation/csv-file.ts';
import { examined } from '#test/validation/examined.ts';

function annotated(bytes: Bytes): Bytes {
  const examination = examined(bytes);
  if (examination.text === undefined) throw new Error('no text');
  return annotatedFile(examination.text, findingsOf(examination));
}

const textOf = (bytes: Bytes): string => {
  const decoded = decodeFile(bytes);
  if ('code' in decoded) throw new Error(decoded.code);
  return decoded.text;
};
const linesOf = (bytes: Bytes) => [...splitLines(textOf(bytes))];
/** What stands around the lines. */
function marksOf(bytes: Bytes) {
  const decoded = decodeFile(bytes);
  return 'code' in decoded ? decoded.code : [decoded.before, decoded.after];
}
const cellsOf = (bytes: Bytes, delimiter: Dialect['delimiter']) =>
  linesOf(bytes).map(({ text }) => splitCells(text, delimiter));

describe('the annotated file', () => {
  it('has one more column that says what is wrong in each row', () => {
    const bytes = csvFile('patients', [{ sex: 'X', grade: '4' }, { patient_id: 'P2' }]);
    const [header, wrong, right, ...rest] = cellsOf(annotated(bytes), ',');
    expect(header).toEqual([...columnNames('patients'), 'problem']);
    expect(wrong?.at(-1)).toMatch(
      /^sex: Valeur non reconnue.* \/ Value.* \| grade: Valeur.* G1, G2, G3\. \[UNEXPECTED_VALUE\]$/,
    );
    expect(right?.at(-1)).toBe('');
    expect(rest).toEqual([]);
  });

  it('is the sender’s to the byte but for the added column, whatever the dialect', () => {
    const cell = fc.constantFrom('', 'P1', '-1,5', '2.5', 'a;b', 'a,b', 'a\tb', 'présent', ' x ');
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 11 }), { minLength: 1, maxLength: 5 });
    const lineEnds = fc.array(fc.constantFrom('\n', '\r\n', '\r'), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(arbitraryDialect, lineEnds, rows, (dialect, ends, cells) => {
        const bytes = fileOfCells([columnNames('lesions'), ...cells], { ...dialect, lineEnds: ends });
        expect(marksOf(annotated(bytes))).toEqual(marksOf(bytes));
        const [before, after] = [linesOf(bytes), linesOf(annotated(bytes))];
        expect(after.map(({ lineEnd }) => lineEnd)).toEqual(before.map(({ lineEnd }) => lineEnd));
        for (const [position, { text }] of before.entries()) {
          const added = after[position]?.text.slice(text.length) ?? '';
          expect(after[position]?.text.startsWith(text) && !/[\r\n]/.test(added)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('has its column behind the header’s last, in every row that is no wider', () => {
    const bytes = bytesOf(
      'patient_id;pair;lesion;side;ct_portal_mm\nP1;1\nP2;1;1;left;x;;\nP3;1;1;left;9;8;\n',
    );
    const [header, short, blanks, wide] = cellsOf(annotated(bytes), ';');
    expect(header?.slice(5)).toEqual(['problem']);
    expect(short?.slice(0, 5)).toEqual(['P1', '1', '', '', '']);
    expect([short?.length, short?.[5]]).toEqual([6, expect.stringContaining('[BLANK_CELL]')]);
    expect([blanks?.length, blanks?.[5]]).toEqual([7, expect.stringContaining('[UNEXPECTED_VALUE]')]);
    // Nothing of the row may be moved: its own cells first.
    expect(wide?.slice(4)).toEqual(['9', '8', expect.stringContaining('[CELL_OUTSIDE_HEADER]')]);
    const again = cellsOf(annotated(annotated(bytes)), ';');
    expect(again.map((cells) => cells?.length)).toEqual([6, 6, 6, 7]);
    expect(
      examined(bytesOf(textOf(annotated(bytes)).replace('P2;1;1;left;x;', 'P2;1;1;left;9;'))),
    ).toMatchObject({
      problems: [{ row: 2 }, { row: 2 }, { row: 4, code: 'CELL_OUTSIDE_HEADER' }],
    });
  });

  it('keeps each line end of a file with several', () => {
    const bytes = hospitalFile('mixed-line-ends');
    expect(linesOf(annotated(bytes)).map(({ lineEnd }) => lineEnd)).toEqual(['\r\n', '\n', '\r', '']);
  });

  it('keeps the quotation marks of a file that has them everywhere', () => {
    const [header, first, second] = textOf(annotated(hospitalFile('quoted-ids'))).split('\r\n');
    expect(header).toMatch(/^"patient_id";"sex";.*"metastases_on_images";problem$/);
    expect(first).toMatch(/^"001";"M";.*;"oui";$/);
    expect(second).toMatch(/^"002";"X";.*;"oui";sex: /);
  });

  it('puts an id that a spreadsheet would alter in quotation marks, and no other', () => {
    const ids = ['001', '123456789012', '1-2', 'SEPT2', 'R001', '42', '12E5', '-A1', 'P-1', '-', 'true'];
    const bytes = csvFile(
      'patients',
      ids.map((patient_id) => ({ patient_id })),
      { ...PLAIN, delimiter: ';' },
    );
    const answer = textOf(annotated(bytes))
      .split('\n')
      .slice(1, -1)
      .map((line) => line.split(';')[0]);
    expect(answer).toEqual([
      ...[
        '"001"',
        '"123456789012"',
        '"1-2"',
        '"SEPT2"',
        'R001',
        '42',
        '"12E5"',
        '"-A1"',
        'P-1',
        '"-"',
        '"true"',
      ],
    ]);
    const back = examined(annotated(bytes));
    expect(back.verdict === 'accepted' && Array.from(back.rows, ({ key }) => key)).toEqual(ids);
  });

  it('quotes the ids of a file that came back without the quotation marks', () => {
    const answer = textOf(annotated(hospitalFile('caen-patients-annotated'))).split('\n');
    expect(answer.slice(1, 3).map((line) => line.slice(0, 8))).toEqual(['"001",M,', '"002",Z,']);
    expect(answer[2]?.match(/sex: /g)).toHaveLength(1);
  });

  it('leaves a column of the sender’s own that is called like ours, and adds ours', () => {
    const [header, row] = cellsOf(annotated(hospitalFile('own-column-problem')), ';');
    expect([header?.at(-2), header?.at(-1)]).toEqual([
      'problem',
      expect.stringMatching(/^problem: problem: /),
    ]);
    expect(row?.slice(-2)).toEqual(['RAS', '']);
  });

  it('replaces our own annotation, blank columns behind it too', () => {
    const answer = annotated(hospitalFile('problem-column-then-blanks'));
    expect(cellsOf(answer, ';').map((cells) => cells?.length)).toEqual([14, 14]);
  });

  it('loses no cell of a row that is shifted into our annotation', () => {
    const bytes = bytesOf('patient_id,pair,lesion,side,ct_portal_mm,problem\nP1,1,1,right,12,8,10\n');
    expect(textOf(annotated(bytes)).split('\n')[1]).toMatch(/^P1,1,1,right,12,8,10,/);
  });

  it('marks every row of a column that is wrong as a whole', () => {
    const [header, ...rows] = cellsOf(annotated(hospitalFile('month-first-dates')), ';');
    expect(rows).toHaveLength(37);
    for (const cells of [header, ...rows]) {
      expect(cells?.at(-1)).toMatch(/ct_date: .*\[MONTH_FIRST_DATES\] \| mri_date: .*\[MONTH_FIRST_DATES\]$/);
    }
  });

  it('begins as theirs where that tells Excel the separator, with messages that Excel then reads', () => {
    const answer = annotated(hospitalFile('sep-line'));
    expect(textOf(answer).split('\r\n')[0]).toBe('sep=;');
    expect([...answer.slice(0, 4)]).toEqual([...bytesOf('sep=')]);
    expect(textOf(answer)).toContain('Attendu : l’un de : M, F.');
    expect(answer.includes(0x92)).toBe(true);
    const accented = bytesOf('sep=;\r\npatient_id;sex;né\r\nP1;F;x\r\n');
    expect([...annotated(accented).slice(0, 4)]).toEqual([...bytesOf('sep=')]);
    expect(new TextDecoder('utf-8', { fatal: true }).decode(annotated(accented))).toContain(';né;');
  });

  it('has a byte-order mark in UTF-8, so that a spreadsheet reads the accents of the messages', () => {
    for (const encoding of ['utf-8', 'utf-8-with-bom'] as const) {
      const answer = annotated(csvFile('pairs', [{ pair: 'x' }], { ...PLAIN, encoding }));
      expect([...answer.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      expect(answer.indexOf(0xef, 1)).toBe(-1);
    }
  });

  it('can be mended and sent again as it is, and is annotated anew', () => {
    const bytes = csvFile('patients', [{ sex: 'X' }, { patient_id: 'P2' }]);
    const mended = bytesOf(textOf(annotated(bytes)).replace('P1,X', 'P1,F'));
    expect(examined(mended)).toMatchObject({ verdict: 'accepted', warnings: [] });
    const [header, once, right] = cellsOf(annotated(mended), ',');
    expect(header).toEqual([...columnNames('patients'), 'problem']);
    expect([once?.at(-1), right?.at(-1)]).toEqual(['', '']);
  });

  it('is windows-1252 where the sender’s was, the apostrophes of the messages too', () => {
    const bytes = csvFile('pairs', [{ countable: 'Réponse' }], { ...PLAIN, encoding: 'windows-1252' });
    const answer = annotated(bytes);
    // U+2019 is one byte there, and three in UTF-8.
    expect(answer.includes(0x92)).toBe(true);
    expect(answer.includes(0x3f)).toBe(false);
    expect(textOf(answer)).toContain('countable: Valeur non reconnue. Attendu : l’un de : yes, massive');
  });

  it('holds no formula that would run: they are made text, numbers are not touched, not even in the header', () => {
    const bytes = bytesOf(
      'patient_id;pair;lesion;side;=HYPERLINK("x")\n-5;-1,5;@SUM;+1;=1+1\n'.replaceAll('"', ''),
    );
    const [header, row] = cellsOf(annotated(bytes), ';');
    expect(header?.slice(4, 5)).toEqual(["'=HYPERLINK(x)"]);
    expect(header?.at(-1)).toMatch(/^problem: =HYPERLINK\(x\): /);
    expect(row).toEqual(['-5', '-1,5', "'@SUM", "'+1", "'=1+1", '']);
  });

  it.each([...DELIMITERS])('keeps the separator %j of a header that is refused', (delimiter) => {
    const lines = [
      ['patient_id', 'pair', 'nom'],
      ['P1', '1', 'x'],
    ];
    const [header, row] = cellsOf(annotated(fileOfCells(lines, { ...PLAIN, delimiter })), delimiter);
    expect([header?.length, row]).toEqual([4, ['P1', '1', 'x', '']]);
    const unknown = fileOfCells(
      [
        ['a', 'b', 'c'],
        ['1', '2', '3'],
      ],
      { ...PLAIN, delimiter },
    );
    expect(cellsOf(annotated(unknown), delimiter)[1]).toEqual(['1', '2', '3', '']);
    const stray = bytesOf(`patient_id"${delimiter}pair\nP1${delimiter}1\n`);
    expect(cellsOf(annotated(stray), delimiter)[1]).toEqual(['P1', '1', '']);
    expect(cellsOf(annotated(stray), delimiter)[0]?.slice(0, 2)).toEqual(['patient_id"', 'pair']);
  });

  it('takes the semicolon where there is no separator', () => {
    expect(cellsOf(annotated(bytesOf('RENATEN\n')), ';')[0]?.[0]).toBe('RENATEN');
  });

  it('opens with its cells apart also where the quotation marks of a row are out of place', () => {
    const bytes = bytesOf('patient_id,pair,lesion,side,ct_portal_mm\nP1,1,1,"right,9\n\nP1,1,2,left,9\n');
    const [, stray, blank, right] = cellsOf(annotated(bytes), ',');
    expect(stray?.slice(0, 5)).toEqual(['P1', '1', '1', '"right', '9']);
    expect(stray?.[5]).toContain('guillemet');
    expect(blank).toEqual(['']);
    expect(right).toEqual(['P1', '1', '2', 'left', '9', '']);
    const rows = cellsOf(annotated(hospitalFile('stray-quote-rows')), ';');
    expect(rows.map((cells) => cells?.length)).toEqual([14, 14, 14, 14, 14, 14]);
    expect(rows.map((cells) => (cells?.[13] ?? '').includes('[STRAY_QUOTE]'))).toEqual([
      false,
      false,
      true,
      true,
      true,
      false,
    ]);
  });

  it('says at the header what is doubtful about the whole of an accepted file', () => {
    const bytes = bytesOf('patient_id,pair,lesion,side,ct_portal_mm\nP1,1,1,right,9\n');
    expect(cellsOf(annotated(bytes), ',')[0]?.at(-1)).toMatch(
      /^problem: Colonnes facultatives absentes, .* : reader, /,
    );
  });

  it('may be sent back as it is when what is wrong stands in its header', () => {
    const rows = 'patient_id;pair;lesion;side;ct_portal_mm;Nom\nP1;1;1;left;9;Durand\n';
    const answer = annotated(bytesOf(rows));
    expect(textOf(answer).split('\n')[0]).toMatch(/;"?problem: Nom/);
    const mended = textOf(answer).replace(';Nom;', ';;').replace(';Durand;', ';;');
    expect(examined(bytesOf(mended)).verdict).toBe('accepted');
  });

  it('leaves blank lines alone, but not a row of blank cells', () => {
    const header = 'patient_id\tpair\tlesion\tside\tct_portal_mm';
    const answer = annotated(bytesOf(`${header}\n\n  \n\t\t\t\t\nP1\t1\t1\tleft\t9\n`));
    expect(textOf(answer).split('\n').slice(1, 4)).toEqual(['', '  ', '\t\t\t\t\t']);
  });

  it('leaves alone the line that tells Excel the separator', () => {
    const answer = annotated(bytesOf('sep=;\npatient_id;pair;lesion;side;ct_portal_mm\nP1;1;1;left;9\n'));
    expect(textOf(answer).split('\n')[0]).toBe('sep=;');
    expect(examined(answer).verdict).toBe('accepted');
  });

  it.each([
    ['12,8,10.7,', 'a cell too many, a blank one'],
    ['12,8', 'a value where the annotation stands'],
  ])('does not hide a decimal comma that shifts a row: %s is %s', (cells) => {
    const examination = examined(
      bytesOf(`patient_id,pair,lesion,side,ct_portal_mm,problem\nP1,1,1,right,${cells}\n`),
    );
    expect(examination.verdict === 'refused' && examination.problems.map(({ code }) => code)).toEqual([
      'CELL_OUTSIDE_HEADER',
    ]);
  });
});
