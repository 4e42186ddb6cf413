import { describe, expect, it } from 'vitest';
import { isSendableName } from '#shared/desk/file-name.ts';
import { distinctName, sendableName } from '#shared/desk/sendable-name.ts';
import { sheetAsCsv } from '#shared/desk/sheet-csv.ts';
import { isWorkbook, workbookFiles } from '#shared/desk/workbook-files.ts';

const textOf = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString();
const READERS = {
  name: 'readers',
  rows: [
    ['reader', 'role'],
    [1, 'fellow'],
  ],
};

describe('a sheet', () => {
  it('is written as the study reads it, a line for each row', () => {
    const day = new Date('2026-11-26T00:00:00.000Z');
    const csv = sheetAsCsv([
      ['a', 'b', 'c', null],
      [day, 0.1 + 0.2, true, null],
      [null, null, null, null],
      ['x;"y"', 'two\nlines', false, 'beside'],
      [new Date('2026-11-26T10:30:00.000Z'), new Date(Number.NaN), null, null],
    ]);
    expect(textOf(csv).split('\r\n')).toEqual([
      'a;b;c',
      '2026-11-26;0.3;yes',
      ';;',
      '"x;""y""";two lines;no;beside',
      '2026-11-26T10:30:00.000Z;;',
      '',
    ]);
  });
});

describe('a workbook', () => {
  it('is a file for each sheet that has a table of the study', () => {
    const notes = { name: 'notes', rows: [['call Dr Durand']] };
    expect(workbookFiles('data.xlsx', [notes, READERS]).map(({ name }) => name)).toEqual(['data.xlsx']);
    const two = workbookFiles('data.xlsx', [READERS, notes, { ...READERS, name: 'more' }]);
    expect(two.map(({ name }) => name)).toEqual(['data - readers', 'data - more']);
    expect(textOf(two[0]?.bytes)).toBe('reader;role\r\n1;fellow\r\n');
  });

  it('without such a sheet is its first one, so that the check says what is wrong; a blank one is nothing', () => {
    const blank = { name: 'blank', rows: [[null], ['']] };
    const [only, ...others] = workbookFiles('w.xlsx', [blank, { name: 'notes', rows: [['hello']] }]);
    expect([textOf(only?.bytes), others]).toEqual(['hello\r\n', []]);
    expect(workbookFiles('w.xlsx', [blank])).toEqual([]);
  });

  it('is known by its first bytes', () => {
    expect(isWorkbook(Uint8Array.of(0x50, 0x4b, 3, 4, 20))).toBe(true);
    expect(isWorkbook(new TextEncoder().encode('PK;x'))).toBe(false);
  });
});

describe('the name of a file that is sent', () => {
  it.each([
    ['patients.xlsx', 'patients.csv'],
    ['Patients.CSV', 'Patients.csv'],
    ['a/b\\c.txt', 'a-b-c.csv'],
    [`$${'{filename}'}.csv`, '-filename}.csv'],
    ['\u202egnp.csv', 'gnp.csv'],
    ['.csv', 'file.csv'],
    [`${'é'.repeat(200)}.csv`, `${'é'.repeat(128)}.csv`],
    ['e\u0301.csv', 'é.csv'],
  ])('%s → %s', (name, sent) => {
    expect(sendableName(name)).toBe(sent);
    expect(isSendableName(sent)).toBe(true);
  });

  it('is no other’s', () => {
    expect(distinctName('a.csv', new Set(['b.csv']))).toBe('a.csv');
    expect(distinctName('a.csv', new Set(['a.csv', 'a (2).csv']))).toBe('a (3).csv');
  });
});
