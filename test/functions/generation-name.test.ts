import { describe, expect, it } from 'vitest';
import { generationName, type NamedRow } from '#functions/storage/generation-name.ts';
import { rowsBefore } from '#shared/validation/circumstances.ts';
import { csvFile } from '#test/validation/csv-file.ts';
import { examined } from '#test/validation/examined.ts';

const KEY = 'uploads/rouen/patients.csv';

function rowsOf(...rows: Parameters<typeof csvFile>[1]): readonly NamedRow[] {
  const examination = examined(csvFile('patients', rows));
  if (examination.verdict === 'refused') throw new Error('this file is refused');
  return rowsBefore(examination.rows);
}

const ROWS = rowsOf({ patient_id: 'P1' }, { patient_id: 'P2' });
const nameOf = (rows = ROWS, { key = KEY, versionId = 'v1' } = {}) => generationName(key, versionId, rows);

describe('the name of the rows that were read from a version', () => {
  it('is 16 hexadecimal digits, the same each time that the same rows are read', () => {
    expect(nameOf()).toMatch(/^[0-9a-f]{16}$/);
    expect(nameOf(rowsOf({ patient_id: 'P1' }, { patient_id: 'P2' }))).toBe(nameOf());
  });

  it('is the same without a value that is not known', () => {
    // As a release reads them that knows fewer columns.
    const known = ROWS.map((read): NamedRow => {
      if (read.content.table !== 'patients') return read;
      const row = { ...read.content.row };
      for (const [name, value] of Object.entries(row)) if (value === null) Reflect.deleteProperty(row, name);
      return { ...read, content: { table: 'patients', row } };
    });
    expect(known).not.toEqual(ROWS);
    expect(nameOf(known)).toBe(nameOf());
  });

  it.each([
    ['another file', nameOf(ROWS, { key: 'uploads/rouen/others.csv' })],
    ['another version', nameOf(ROWS, { versionId: 'v2' })],
    ['another value', nameOf(rowsOf({ patient_id: 'P1', sex: 'M' }, { patient_id: 'P2', sex: 'F' }))],
    ['a row less', nameOf(ROWS.slice(1))],
    ['rows on other lines', nameOf(ROWS.map((row) => ({ ...row, line: row.line + 1 })))],
  ])('is another one for %s', (_, name) => {
    expect(name).not.toBe(nameOf());
  });
});
