import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { harmless } from '#shared/publication/csv.ts';
import { annotatedFile } from '#shared/reports/annotated-file.ts';
import { decodeFile } from '#shared/validation/decode-file.ts';
import { findingsOf } from '#shared/validation/examine-file.ts';
import { DELIMITERS, splitCells } from '#shared/validation/split-cells.ts';
import { splitLines } from '#shared/validation/split-lines.ts';
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
const cellsOf = (bytes: Bytes, delimiter: Dialect['delimiter']) =>
  splitLines(textOf(bytes)).lines.map(({ text }) => splitCells(text, delimiter));

describe('the annotated file', () => {
  it('has one more column that says what is wrong in each row', () => {
    const bytes = csvFile('patients', [{ sex: 'X', grade: '4' }, { patient_id: 'P2' }]);
    const [header, wrong, right, ...rest] = cellsOf(annotated(bytes), ',');
    expect(header).toEqual([...columnNames('patients'), 'problem']);
    expect(wrong?.at(-1)).toMatch(/^sex: Valeur non reconnue.* \/ Value.* \| grade: Valeur.* G1, G2, G3\.$/);
    expect(right?.at(-1)).toBe('');
    expect(rest).toEqual([]);
  });

  it('opens as the sender’s did: same encoding, line ends, separators and cells', () => {
    const dialect = fc.record({
      encoding: fc.constantFrom('utf-8', 'utf-8-with-bom', 'windows-1252'),
      lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
      delimiter: fc.constantFrom(...DELIMITERS),
      quotes: fc.constantFrom('where needed', 'everywhere'),
    });
    const cell = fc.constantFrom(
      '',
      'P1',
      '-1,5',
      '2.5',
      'a;b',
      'a,b',
      'a\tb',
      'présent',
      '=1+1',
      '@x',
      ' +1',
      '-',
    );
    const lines = fc.array(fc.array(cell, { minLength: 1, maxLength: 14 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(dialect, lines, ({ lineEnd, ...how }, rows) => {
        const bytes = fileOfCells([columnNames('lesions'), ...rows], {
          ...PLAIN,
          ...how,
          lineEnds: [lineEnd],
        });
        const [before, after] = [cellsOf(bytes, how.delimiter), cellsOf(annotated(bytes), how.delimiter)];
        const width = Math.max(...before.map((cells) => cells?.length ?? 0));
        expect(after).toHaveLength(before.length);
        for (const [position, cells] of before.entries()) {
          if (cells?.every((each) => each === '') && cells.length === 1) continue;
          expect(after[position]).toHaveLength(width + 1);
          expect(after[position]?.slice(0, cells?.length)).toEqual(cells?.map(harmless));
        }
        expect(splitLines(textOf(annotated(bytes))).lineEnd).toBe(lineEnd);
        expect(textOf(annotated(bytes)).endsWith(lineEnd)).toBe(true);
      }),
      { numRuns: 300 },
    );
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
    const bytes = csvFile('pairs', [{ countable: 'oui\u00e9' }], { ...PLAIN, encoding: 'windows-1252' });
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
  });

  it('takes the semicolon where there is no separator', () => {
    expect(cellsOf(annotated(bytesOf('RENATEN\n')), ';')[0]?.[0]).toBe('RENATEN');
  });

  it('gives a row with a stray quotation mark back as one cell, beside what is wrong with it', () => {
    const bytes = bytesOf('patient_id,pair,lesion,side,ct_portal_mm\nP1,1,1,"right,9\n\nP1,1,2,left,9\n');
    const [, stray, blank, right] = cellsOf(annotated(bytes), ',');
    expect(stray?.slice(0, 5)).toEqual(['P1,1,1,"right,9', '', '', '', '']);
    expect(stray?.[5]).toContain('guillemet');
    expect(blank).toEqual(['']);
    expect(right).toEqual(['P1', '1', '2', 'left', '9', '']);
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
