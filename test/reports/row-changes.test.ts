import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesBetween } from '#shared/reports/row-changes.ts';
import { type TableRow, tableRow } from '#shared/tables/tables.ts';
import { arbitraryRows } from '#test/tables/arbitrary-rows.ts';
import { lesionRow, pairRow, patientRow } from '#test/tables/rows.ts';

const patient = (differs: Parameters<typeof patientRow>[0]): TableRow => ({
  table: 'patients',
  row: patientRow(differs),
});

describe('what a new version of a file changes', () => {
  it('is counted row by row, by what identifies a row', () => {
    const before = [patient({ patient_id: 'A' }), patient({ patient_id: 'B' }), patient({ patient_id: 'C' })];
    const after = [
      patient({ patient_id: 'D' }),
      patient({ patient_id: 'B', sex: 'M' }),
      patient({ patient_id: 'A' }),
    ];
    expect(changesBetween(before, after)).toEqual({ added: 1, changed: 1, removed: 1 });
    expect(changesBetween(before, before.slice(1))).toEqual({ added: 0, changed: 0, removed: 1 });
  });

  it('is nothing for the same rows in any order, however their values are ordered', () => {
    fc.assert(
      fc.property(arbitraryRows, (rows) => {
        const stored = rows.flatMap(
          ({ table, row }) => tableRow(table, Object.fromEntries(Object.entries(row).toReversed())) ?? [],
        );
        expect(stored).toHaveLength(rows.length);
        expect(changesBetween(stored.toReversed(), rows)).toEqual({ added: 0, changed: 0, removed: 0 });
      }),
    );
  });

  it('is everything for a first version, and for another table under the same name', () => {
    const pairs: readonly TableRow[] = [{ table: 'pairs', row: pairRow() }];
    const lesions: readonly TableRow[] = [{ table: 'lesions', row: lesionRow() }];
    expect(changesBetween([], pairs)).toEqual({ added: 1, changed: 0, removed: 0 });
    expect(changesBetween(pairs, lesions)).toEqual({ added: 1, changed: 0, removed: 1 });
  });
});
