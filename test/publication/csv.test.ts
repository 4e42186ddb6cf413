import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { harmless, quoted, tableAsCsv } from '#shared/publication/csv.ts';
import { bound, DOES_NOT_APPLY } from '#shared/publication/figure-columns.ts';
import { number, type ResultValue, resultTable, text } from '#shared/publication/result-table.ts';
import { splitCells } from '#shared/validation/split-cells.ts';

const SAME = { fr: '', en: '' };

describe('a cell for a spreadsheet', () => {
  it.each([
    '=1+1',
    '+5',
    '-a',
    '-',
    '@SUM(A1)',
    '\tx',
    '\rx',
    '-1-1',
    '--1',
    '-1,5,2',
    '-1\n=2',
    '-.5',
    '-∞',
    '=',
    '-1e',
  ])('is not run: %j', (cell) => {
    expect(harmless(cell)).toBe(`'${cell}`);
  });

  it.each([
    '-5',
    '-1.5',
    '-1,5',
    '-1e-7',
    '-1e7',
    '-2.5E+3',
    '0',
    '12,5',
    '',
    'a=b',
    ' =1',
    "'=1",
    '–',
    '−5',
  ])('is not touched: %j', (cell) => {
    expect(harmless(cell)).toBe(cell);
  });

  it('that is a number is never touched', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(harmless(String(value))).toBe(String(value));
      }),
    );
  });

  it('is quoted where it needs to be, and only there', () => {
    expect(['a', 'a,b', 'a;b', 'a"b', 'a\nb', 'a\rb'].map((cell) => quoted(cell, ','))).toEqual([
      'a',
      '"a,b"',
      'a;b',
      '"a""b"',
      '"a\nb"',
      '"a\rb"',
    ]);
    fc.assert(
      fc.property(
        fc.array(fc.string(), { minLength: 1 }),
        fc.constantFrom(',', ';', '\t'),
        (cells, delimiter) => {
          const line = cells.map((cell) => quoted(cell, delimiter)).join(delimiter);
          expect(splitCells(line, delimiter)).toEqual(cells);
        },
      ),
    );
  });
});

describe('a table as CSV', () => {
  it('has comma, LF, decimal point, full precision, and blanks where there is no value', () => {
    const rows: readonly (readonly ResultValue[])[] = [
      ['=1', 0.1 + 0.2],
      ['a,b', -1e-7],
      [null, null],
    ];
    const table = resultTable<readonly ResultValue[]>(
      't',
      SAME,
      [
        text('label', SAME, ([label]) => (label === null ? null : String(label))),
        bound('value', SAME, ([, value]) => (typeof value === 'number' ? value : DOES_NOT_APPLY)),
      ],
      rows,
    );
    expect(tableAsCsv(table)).toBe('label,value\n\'=1,0.30000000000000004\n"a,b",-1e-7\n,\n');
  });

  it('gives every figure back as the same double', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true })), (figures) => {
        const table = resultTable<number>('t', SAME, [number('x', SAME, (x) => x)], figures);
        const [, ...lines] = tableAsCsv(table).trimEnd().split('\n');
        expect(lines.map(Number)).toEqual(figures.map((figure) => figure + 0));
      }),
    );
  });
});
