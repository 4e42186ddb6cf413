import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSheets } from '#functions/desk/page/workbook-reader.ts';
import { mendedFile } from '#shared/desk/mended-file.ts';
import { workbookFiles } from '#shared/desk/workbook-files.ts';
import { EXPECTED_TABLES, type TableName } from '#shared/tables/tables.ts';
import { SAMPLE_COHORTS_FOLDER } from '#test/sample-cohorts.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { problemsOf, rowsOf } from '#test/validation/examined.ts';

const FOLDER = join(import.meta.dirname, 'workbooks');
const sample = (table: TableName) =>
  Uint8Array.from(readFileSync(join(SAMPLE_COHORTS_FOLDER, 'thesis', 'caen', `${table}.csv`)));
const filesOf = async (name: string) =>
  workbookFiles(name, await readSheets(Uint8Array.from(readFileSync(join(FOLDER, name)))));

describe('a workbook that pandas wrote', () => {
  it.each(EXPECTED_TABLES)('has the very rows of the sample cohort: %s', async (table) => {
    const [file, ...others] = await filesOf(`pandas-${table}.xlsx`);
    expect(others).toEqual([]);
    expect(rowsOf(file?.bytes ?? new Uint8Array())).toEqual(rowsOf(sample(table)));
  });
});

describe('the workbook of a whole centre, in French, with sheets of its own', () => {
  it('is three files, of which the one with two errors has the very rows once they are mended', async () => {
    const files = await filesOf('caen-with-two-errors.xlsx');
    expect(files.map(({ name }) => name)).toEqual([
      'caen-with-two-errors - Patients',
      'caen-with-two-errors - Couples TDM-IRM',
      'caen-with-two-errors - Lésions',
    ]);
    const [patients = new Uint8Array(), pairs = new Uint8Array(), lesions = new Uint8Array()] = files.map(
      ({ bytes }) => bytes,
    );
    expect(rowsOf(pairs)).toEqual(rowsOf(sample('pairs')));
    expect(rowsOf(lesions)).toEqual(rowsOf(sample('lesions')));
    expect(problemsOf(patients).map(({ row, column, value }) => ({ row, column, value }))).toEqual([
      { row: 4, column: 'sex', value: 'Z' },
      { row: 6, column: 'board_date', value: '31/02/2019' },
    ]);
    const [, , , fourth = '', , sixth = ''] = Buffer.from(sample('patients')).toString().split('\n');
    const cells = [
      { line: 4, column: 'sex', value: fourth.split(',')[1] ?? '' },
      { line: 6, column: 'board_date', value: sixth.split(',')[3] ?? '' },
    ];
    const mended = mendedFile(patients, cells, SETTINGS, '2026-11-26T08:00:00.000Z');
    expect(rowsOf(mended)).toEqual(rowsOf(sample('patients')));
  });
});
