import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIRST_READER, READER } from '#shared/tables/pairs.ts';
import type { Column } from '#shared/tables/table.ts';
import { rowKey, storedRow, TABLE_NAMES, TABLES, tableRow } from '#shared/tables/tables.ts';
import { arbitraryRows } from './arbitrary-rows.ts';
import { lesionRow, pairRow, patientRow } from './rows.ts';

describe('the three tables', () => {
  it('are in the order in which a study is entered', () => {
    expect(TABLE_NAMES).toEqual(Object.keys(TABLES));
  });

  it('are known by their names', () => {
    expect(TABLE_NAMES.map((name) => TABLES[name].name)).toEqual(TABLE_NAMES);
  });

  it('take a blank reader for the first one', () => {
    expect(READER.blank?.means).toBe(FIRST_READER);
    expect(FIRST_READER).toBe(1);
  });

  it('know their rows again after they were stored as JSON', () => {
    fc.assert(
      fc.property(arbitraryRows, (rows) => {
        for (const { table, row } of rows) {
          expect(tableRow(table, JSON.parse(JSON.stringify(row)))).toEqual({ table, row });
        }
      }),
    );
  });

  it('know a stored row from before a column that may be blank, and leave out what is no column any more', () => {
    fc.assert(
      fc.property(arbitraryRows, (rows) => {
        for (const { table, row } of rows) {
          const blank = TABLES[table].columns.filter(
            (column: Column) =>
              column.blank !== undefined && Reflect.get(row, column.name) === column.blank.means,
          );
          const older = Object.entries(row).filter(([name]) => !blank.some((column) => column.name === name));
          expect(storedRow(table, { ...Object.fromEntries(older), pk: 'ROWS', former_column: 'x' })).toEqual({
            table,
            row,
          });
        }
      }),
    );
    const { reader: _, ...withoutReader } = pairRow();
    expect(storedRow('pairs', withoutReader)).toEqual({ table: 'pairs', row: pairRow({ reader: 1 }) });
  });

  it('do not know a stored row that lacks what may not be blank, or has another value there', () => {
    const { sex: _, ...withoutSex } = patientRow();
    expect(storedRow('patients', withoutSex)).toBeUndefined();
    expect(storedRow('patients', { ...patientRow(), age_at_diagnosis: 'old' })).toBeUndefined();
    expect(storedRow('lesions', { ...pairRow() })).toBeUndefined();
  });

  it.each([
    ['patients', { ...patientRow(), sex: 'H' }],
    ['patients', { ...patientRow(), patient_id: null }],
    ['pairs', { ...pairRow(), reader: null }],
    ['pairs', { ...pairRow(), ct_date: '04/03/2019' }],
    ['lesions', { ...lesionRow(), lesion: '1' }],
    ['lesions', pairRow()],
    ['lesions', null],
    ['pairs', 'P1'],
    ['patients', undefined],
  ] as const)('do not take for a row of %s what is none', (table, value) => {
    expect(tableRow(table, value)).toBeUndefined();
  });
});

describe('the key of a row', () => {
  it('is its patient, pair, reader and lesion, as far as they go', () => {
    expect(rowKey({ table: 'patients', row: patientRow() })).toBe('P1');
    expect(rowKey({ table: 'pairs', row: pairRow({ pair: 3, reader: 2 }) })).toBe('P1#3#2');
    expect(rowKey({ table: 'lesions', row: lesionRow({ pair: 3, reader: 2, lesion: 17 }) })).toBe(
      'P1#3#2#17',
    );
  });
});
