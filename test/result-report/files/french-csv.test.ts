import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ResultTable, ResultValue } from '#shared/publication/result-table.ts';
import { frenchCsv, frenchFile } from '#shared/result-report/files/french-csv.ts';
import {
  type CalcCell,
  hasLibreOffice,
  INSTALL_LIBREOFFICE,
  MOST_MILLISECONDS,
  readInCalc,
} from '#test/reports/libreoffice.ts';
import { sampleResult } from './sample-result.ts';

const column = (name: string, type: 'text' | 'number' | 'integer' | 'boolean') => ({
  name,
  type,
  unit: null,
  title: { fr: name, en: name },
  vocabulary: null,
});

/** A table of one column, by its values. */
const tableOf = (type: Parameters<typeof column>[1], values: readonly ResultValue[]): ResultTable => ({
  name: 'table',
  title: { fr: 'Tableau', en: 'Table' },
  columns: [column('value', type), column('next', 'integer')],
  rows: values.map((value) => [value, 1]),
});
const cellsIn = (type: Parameters<typeof column>[1], values: readonly ResultValue[]) =>
  frenchCsv(tableOf(type, values))
    .split('\r\n')
    .slice(1, -1)
    .map((line) => line.replace(/;1$/, ''));

/** Names that a spreadsheet takes for something else; a centre may be called so. */
const DECEIVING = [
  '3-2',
  '2024-01',
  '1e5',
  '007',
  '5-mai',
  'janv-12',
  'mars2020',
  '12 3',
  '1:30',
  '50%',
  'vrai',
  '=1+1',
  '-x',
];
const HARMLESS = ['rouen', 'mri_t2fs', '10_to_20', 'mai', 'marseille', '1', '12', 'under_10', 'lyon-2'];

describe('a table for a French spreadsheet', () => {
  it('has a byte-order mark, semicolons, CRLF and names as in the other files', () => {
    expect(frenchCsv(tableOf('number', [0.5]))).toBe('\uFEFFvalue;next\r\n0,5;1\r\n');
  });

  it('writes yes and no as Excel does, and leaves blank what is blank', () => {
    expect(cellsIn('boolean', [true, false, null])).toEqual(['VRAI', 'FAUX', '']);
  });

  it('writes every number with a comma, all its digits, and no exponent that a spreadsheet need not read', () => {
    expect(cellsIn('number', [2.113e-7, -1.5e-10, 0.1, 861, -3, 1e-300])).toEqual([
      ...['0,0000002113', '-0,00000000015', '0,1', '861', '-3', '1e-300'],
    ]);
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const [cell = ''] = cellsIn('number', [value]);
        expect(Number(cell.replace(',', '.'))).toBe(value === 0 ? Number(cell) : value);
      }),
    );
  });

  it('keeps a text that would become a date, a number or a formula a text, and leaves others alone', () => {
    expect(cellsIn('text', DECEIVING)).toEqual(DECEIVING.map((text) => `'${text}`));
    expect(cellsIn('text', HARMLESS)).toEqual(HARMLESS);
    expect(cellsIn('text', ['a;b', 'say "x"'])).toEqual(['"a;b"', '"say ""x"""']);
  });
});

const NOTHING: CalcCell = { type: 'blank', value: '' };

/** Whether Calc has read a value as what it is. It writes 15 digits of a number, or 20 decimals. */
function isReadAs({ type, value }: CalcCell, published: ResultValue, detectsAll: boolean): boolean {
  if (published === null) return type === 'blank';
  if (typeof published === 'number') {
    return type === 'float' && Math.abs(Number(value) - published) <= 1e-14 * Math.abs(published) + 1e-20;
  }
  if (typeof published === 'boolean') return type === (detectsAll ? 'boolean' : 'string');
  // A code that is a whole number may be one.
  return type === 'string' || (type === 'float' && value === published);
}

describe('LibreOffice in French', { timeout: MOST_MILLISECONDS }, () => {
  let isThere = false;
  beforeAll(async () => {
    isThere = await hasLibreOffice();
  });
  beforeEach(({ skip }) => {
    if (!isThere) skip(INSTALL_LIBREOFFICE);
  });

  it.each([
    ['as it opens them by a double click', false],
    ['when it looks for dates and exponents', true],
  ])('reads numbers as numbers and texts as texts in every table, %s', async (_, detectSpecialNumbers) => {
    const { result } = await sampleResult('thesis-fr');
    const tables = [...result.tables, { ...tableOf('text', DECEIVING), name: 'deceiving' }];
    const read = await readInCalc(
      'fr-FR',
      new Map(tables.map((table) => [frenchFile(table.name), frenchCsv(table)])),
      { encoding: 'utf-8', delimiter: ';', detectSpecialNumbers },
    );
    for (const table of tables) {
      const [header = [], ...rows] = read.get(frenchFile(table.name)) ?? [];
      expect(header.map(({ value }) => value)).toEqual(table.columns.map(({ name }) => name));
      const wrong = table.rows.flatMap((values, row) =>
        values
          .map((value, position) => ({ value, found: rows[row]?.[position] ?? NOTHING }))
          .filter(({ value, found }) => !isReadAs(found, value, detectSpecialNumbers)),
      );
      expect(wrong, table.name).toEqual([]);
    }
  });
});
