import fc from 'fast-check';
import { expect, it } from 'vitest';
import { KeptRows, rowsOfFiles } from '#shared/study/kept-rows.ts';
import { patientOf, TABLES, type TableRow } from '#shared/tables/tables.ts';
import { arbitraryRows } from '#test/tables/arbitrary-rows.ts';
import { patientRow } from '#test/tables/rows.ts';

/** What rows say in each column of their table. */
const said = (rows: Iterable<TableRow>) =>
  Array.from(rows, ({ table, row }) => TABLES[table].columns.map(({ name }) => Reflect.get(row, name)));

it('rows that are kept by columns say what they said before', () => {
  fc.assert(
    fc.property(arbitraryRows, (rows) => {
      const table = rows[0]?.table ?? 'pairs';
      const kept = [...new KeptRows('rouen', table, rows)];
      expect(said(kept.map(({ content }) => content))).toEqual(said(rows));
      expect(kept.every(({ centre, content }) => centre === 'rouen' && content.table === table)).toBe(true);
    }),
  );
});

it.each([2 ** 8, 2 ** 8 + 1, 2 ** 16, 2 ** 16 + 1])(
  'rows of %d patients keep each his own name',
  (patients) => {
    const rows = Array.from({ length: patients }, (_, at) => ({
      table: 'patients' as const,
      row: patientRow({ patient_id: `P${at}` }),
    }));
    const kept = Array.from(new KeptRows('rouen', 'patients', rows), ({ content }) => content);
    expect(kept.map(patientOf)).toEqual(rows.map(patientOf));
  },
);

it('the rows of several files come file by file, and a file is held no longer than it takes', () => {
  const rows = ['P1', 'P2'].map((id) => ({
    table: 'patients' as const,
    row: patientRow({ patient_id: id }),
  }));
  const files = rows.map((row) => new KeptRows('rouen', 'patients', [row]));
  const names = Array.from(rowsOfFiles(files), ({ content }) => [patientOf(content), files.length]);
  expect(names).toEqual([
    ['P1', 1],
    ['P2', 0],
  ]);
});
