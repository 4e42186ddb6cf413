import { describe, expect, it } from 'vitest';
import { significance } from '#shared/publication/column-groups.ts';
import { figure, withReason } from '#shared/publication/figure-columns.ts';
import { resultTable } from '#shared/publication/result-table.ts';
import { withoutSignificance } from '#shared/publication/without-significance.ts';
import { type Figure, missing } from '#shared/statistics/figure.ts';

const title = { fr: 'valeur', en: 'value' };

interface Test {
  readonly z: Figure;
  readonly p: Figure;
}

const rowsOf = (tests: readonly Test[]) => {
  const columns = withReason<Test>(null, null, [
    figure('z', title, ({ z }) => z),
    significance('p', title, ({ p }) => p),
  ]);
  return withoutSignificance([resultTable('t', title, columns, tests)])[0]?.rows;
};

describe('a table without significance', () => {
  it('has a reason for each p that was there', () => {
    expect(rowsOf([{ z: 2.5, p: 0.01 }])).toEqual([[2.5, null, 'significance_not_shown']]);
  });

  it('keeps the reason of a p that does not exist', () => {
    expect(rowsOf([{ z: 0, p: missing('no_variation') }])).toEqual([[0, null, 'no_variation']]);
  });

  it('keeps the reason of another figure, which stands first', () => {
    expect(rowsOf([{ z: missing('all_zero'), p: 1 }])).toEqual([[null, null, 'all_zero']]);
  });

  it('leaves a p without a column that explains it blank', () => {
    const { figure: read, ...column } = significance<number>('p', title, (p) => p);
    const table = resultTable('t', title, [{ ...column, value: (p: number) => Number(read(p)) }], [0.5]);
    expect(withoutSignificance([table])[0]?.rows).toEqual([[null]]);
  });
});
