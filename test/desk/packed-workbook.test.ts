import readWorkbook from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { packedWorkbook } from '#functions/desk/page/centre/packed-workbook.ts';
import { textWorkbook } from '#functions/desk/page/centre/text-workbook.ts';
import { checkBeside } from '#shared/desk/checked-files.ts';
import { rowsOfFile } from '#shared/desk/rows-of-file.ts';
import type { SheetCell } from '#shared/desk/sheet-csv.ts';
import { workbookFiles } from '#shared/desk/workbook-files.ts';
import { columnLetters, STYLE_NUMBERS } from '#shared/guidance/workbook/sheet-xml.ts';
import { templateWorkbook } from '#shared/guidance/workbook/template-workbook.ts';
import { TABLE_NAMES, TABLES } from '#shared/tables/tables.ts';
import { SETTINGS } from '#test/study/settings.ts';

const asCell = (cell: unknown): SheetCell =>
  cell instanceof Date || typeof cell === 'number' || typeof cell === 'boolean'
    ? cell
    : typeof cell === 'string'
      ? cell
      : null;

describe.each(TABLE_NAMES)('the workbook to fill in for %s', (table) => {
  it.each(['fr', 'en'] as const)('comes back as a file that the study accepts (%s)', async (language) => {
    const sheets = await readWorkbook(Buffer.from(packedWorkbook(table, language, SETTINGS)));
    const read = sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(asCell)) }));
    expect(read.map(({ name }) => name)).toEqual([table, 'dictionary']);
    const files = workbookFiles(`${table}.xlsx`, read);
    expect(files.map(({ name }) => name)).toEqual([`${table}.xlsx`]);
    const [checked] = checkBeside(files, [], SETTINGS, '2026-11-26T08:00:00.000Z');
    expect(checked?.examination).toMatchObject({ verdict: 'accepted', table });
    expect(checked?.examination.verdict === 'accepted' && checked.examination.rows.length).toBe(2);
  });

  it('is the same each time', () => {
    expect(packedWorkbook(table, 'fr', SETTINGS)).toEqual(packedWorkbook(table, 'fr', SETTINGS));
  });
});

describe('a drop-down list', () => {
  const parts = templateWorkbook('patients', 'fr', SETTINGS);
  const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
  const dictionary = parts.get('xl/worksheets/sheet2.xml') ?? '';

  it('offers the words of its column, as the dictionary has them', () => {
    const [, first = '', last = ''] =
      /sqref="B2:B5000"><formula1>dictionary!\$D\$(\d+):\$D\$(\d+)</.exec(sheet) ?? [];
    const words = Array.from({ length: Number(last) - Number(first) + 1 }, (_, at) => {
      const place = `D${Number(first) + at}`;
      return new RegExp(`<c r="${place}"[^>]*><is><t xml:space="preserve">([^<]*)<`).exec(dictionary)?.[1];
    });
    expect(words).toEqual(['M', 'F']);
  });

  it('of a column of numbers or days is a range', () => {
    expect(sheet).toMatch(/type="whole" operator="between"[^>]*sqref="C2:C5000"/);
    expect(sheet).toMatch(/type="date" operator="between"[^>]*sqref="D2:D5000"/);
  });
});

it('who types another spelling than a list has is told that it may be read', () => {
  const sheet = templateWorkbook('visibility', 'fr', SETTINGS).get('xl/worksheets/sheet1.xml') ?? '';
  const doubts = [...sheet.matchAll(/errorStyle="warning" errorTitle="([^"]*)" error="([^"]*)"/g)];
  expect(doubts).toHaveLength(TABLES.visibility.columns.length);
  for (const [, title = '', text = ''] of doubts) {
    expect(text).toContain('D’autres écritures sont lues aussi');
    expect(text).not.toContain('…)…');
    expect([title.length <= 32, text.length <= 225]).toEqual([true, true]);
  }
});

it('only columns of numbers and days are more than texts, so that Excel makes no day of a typed 5-9', () => {
  const sheet = templateWorkbook('visibility', 'fr', SETTINGS).get('xl/worksheets/sheet1.xml') ?? '';
  const text = STYLE_NUMBERS.text;
  const styles = [...sheet.matchAll(/<col [^>]*style="(\d)"/g)].map(([, style]) => Number(style));
  const names = TABLES.visibility.columns.map(({ name }) => name);
  expect(names.filter((_, at) => styles[at] !== text)).toEqual([
    'pair',
    'reader',
    'lesion',
    'confidence_mri',
    'confidence_ct',
  ]);
});

it('the columns of a sheet have letters', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});

describe('an annotated file as a workbook', () => {
  it('has the same cells, all of them texts, and can be sent as it is', async () => {
    const csv = 'reader;role;problem\r\n1;chef;"not known; see [UNEXPECTED_VALUE]"\r\n\r\n2;other;\r\n';
    const rows = rowsOfFile(Buffer.from(`\uFEFF${csv}`));
    expect(rows[1]).toEqual(['1', 'chef', 'not known; see [UNEXPECTED_VALUE]']);
    const [sheet] = await readWorkbook(Buffer.from(textWorkbook('readers', rows)));
    const [file] = workbookFiles('r.xlsx', [
      { name: 'readers', rows: (sheet?.data ?? []).map((row) => row.map(asCell)) },
    ]);
    expect(Buffer.from(file?.bytes ?? []).toString()).toBe(
      'reader;role;problem\r\n1;chef;"not known; see [UNEXPECTED_VALUE]"\r\n;;\r\n2;other;\r\n',
    );
  });

  it('of what is no text is blank; of a line with a stray mark, one cell', () => {
    expect(rowsOfFile(Buffer.from('%PDF-1.7'))).toEqual([]);
    expect(rowsOfFile(Buffer.from('a,b\n1,"2\n'))).toEqual([['a', 'b'], ['1,"2']]);
  });
});
