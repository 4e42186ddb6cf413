import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DELIMITERS } from '#shared/validation/split-cells.ts';
import { arbitraryRows } from '#test/tables/arbitrary-rows.ts';
import { columnNames, csvFile, type Dialect, fileOfRows, PLAIN } from './csv-file.ts';
import { examined, rowsOf } from './examined.ts';

const SPELLINGS: readonly ((column: string) => string)[] = [
  (column) => column,
  (column) => column.toUpperCase(),
  (column) => column.replaceAll('_', ' '),
  (column) => column.replaceAll('_', '-').replace(/^./, (first) => first.toUpperCase()),
];

const dialect: fc.Arbitrary<Dialect> = fc.record({
  encoding: fc.constantFrom('utf-8', 'utf-8-with-bom', 'windows-1252'),
  lineEnds: fc.oneof(
    fc.constantFrom('\n', '\r\n', '\r').map((end) => [end] as const),
    // A CR before an LF would be one line end, not two.
    fc.constant(['\n', '\r\n'] as const),
  ),
  delimiter: fc.constantFrom(...DELIMITERS),
  quotes: fc.constantFrom('where needed', 'everywhere'),
  header: fc.constantFrom(...SPELLINGS),
  decimal: fc.constantFrom('.', ','),
  days: fc.constantFrom('YYYY-MM-DD', 'DD/MM/YYYY'),
  yesNo: fc.constantFrom(['yes', 'no'], ['oui', 'non'], ['VRAI', 'FAUX'], ['True', 'False'], ['1', '0']),
  male: fc.constantFrom('M', 'H'),
  unknown: fc.constantFrom('', 'NA', 'NC'),
  padding: fc.constantFrom('', ' ', '\u00a0'),
  rowEnds: fc.constantFrom('kept', 'extended', 'shortened'),
  blankLines: fc.boolean(),
});

describe('whatever a spreadsheet makes of a file', () => {
  it('reads as the same typed rows', () => {
    const columnsOf = (table: Parameters<typeof columnNames>[0]) => {
      const columns = columnNames(table);
      return fc.shuffledSubarray([...columns], { minLength: columns.length });
    };
    const file = arbitraryRows.chain((rows) => {
      const [first] = rows;
      return fc.tuple(fc.constant(rows), columnsOf(first?.table ?? 'patients'), dialect);
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
    expect(examination.rows.map(({ line }) => line)).toEqual([5, 8]);
    expect(examination.text).toMatchObject({ lineEnd, headerLine: 2, delimiter: ',', encoding: 'utf-8' });
  });

  it('says which encoding it was', () => {
    for (const encoding of ['utf-8', 'utf-8-with-bom', 'windows-1252'] as const) {
      const { text } = examined(csvFile('pairs', [{}], { ...PLAIN, encoding, padding: '\u00a0' }));
      expect(text?.encoding).toBe(encoding);
    }
  });
});
