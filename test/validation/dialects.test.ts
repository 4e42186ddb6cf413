import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryRows } from '#test/tables/arbitrary-rows.ts';
import { arbitraryDialect } from './arbitrary-dialect.ts';
import { columnNames, csvFile, fileOfRows, PLAIN } from './csv-file.ts';
import { examined, rowsOf } from './examined.ts';

describe('whatever a spreadsheet makes of a file', () => {
  it('reads as the same typed rows', () => {
    const columnsOf = (table: Parameters<typeof columnNames>[0]) => {
      const columns = columnNames(table);
      return fc.shuffledSubarray([...columns], { minLength: columns.length });
    };
    const file = arbitraryRows.chain((rows) => {
      const [first] = rows;
      return fc.tuple(fc.constant(rows), columnsOf(first?.table ?? 'patients'), arbitraryDialect);
    });
    fc.assert(
      fc.property(file, ([rows, columns, how]) => {
        expect(rowsOf(fileOfRows(rows, how, columns))).toEqual(rows);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ] as const)('keeps the line numbers that an editor shows with %s, blank lines counted', (_, lineEnd) => {
    const rows = [{}, { patient_id: 'P2' }] as const;
    const examination = examined(
      csvFile('patients', rows, { ...PLAIN, lineEnds: [lineEnd], blankLines: true }),
    );
    if (examination.verdict === 'refused') throw new Error('refused');
    expect(Array.from(examination.rows, ({ line }) => line)).toEqual([5, 8]);
    expect(examination.text).toMatchObject({ headerLine: 2, delimiter: ',', encoding: 'utf-8' });
    expect(new Set(Array.from(examination.text.lines, (line) => line.lineEnd))).toEqual(new Set([lineEnd]));
  });

  it('says which encoding it was', () => {
    for (const encoding of ['utf-8', 'utf-8-with-bom', 'windows-1252', 'utf-16le', 'utf-16be'] as const) {
      const { text } = examined(csvFile('pairs', [{}], { ...PLAIN, encoding, padding: '\u00a0' }));
      expect(text?.encoding).toBe(encoding);
    }
  });
});
