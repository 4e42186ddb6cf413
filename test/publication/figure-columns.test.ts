import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  bound,
  codedFigure,
  DOES_NOT_APPLY,
  explained,
  explainedBy,
  figure,
  flagFigure,
  groupColumns,
  type Published,
  wholeFigure,
  withReason,
} from '#shared/publication/figure-columns.ts';
import type { ReasonCode } from '#shared/publication/reasons.ts';
import { integer, number, resultTable } from '#shared/publication/result-table.ts';
import { entriesOf, vocabulary } from '#shared/publication/vocabulary.ts';
import { type Figure, missing } from '#shared/statistics/figure.ts';

const title = { fr: 'moyenne', en: 'mean' };
const label = { fr: 'test', en: 'test' };
type Row = readonly [Published, Published];
const first = figure<Row>('a', title, ([a]) => a);
const second = figure<Row>('b', title, ([, b]) => b, 'mm');
const rowsOf = (...rows: readonly Row[]) =>
  resultTable('t', title, withReason('x', label, [first, second]), rows);

describe('figures with their reason', () => {
  it('are blank where they are missing, and the reason is that of the first which is', () => {
    const few = missing('too_few_patients');
    expect(rowsOf([1, 2], [few, 2], [1, few], [missing('all_zero'), few]).rows).toEqual([
      [1, 2, null],
      [null, 2, 'too_few_patients'],
      [1, null, 'too_few_patients'],
      [null, null, 'all_zero'],
    ]);
  });

  it('are blank without a reason where the row cannot have them', () => {
    expect(rowsOf([DOES_NOT_APPLY, 2], [DOES_NOT_APPLY, missing('all_zero')]).rows).toEqual([
      [null, 2, null],
      [null, null, 'all_zero'],
    ]);
    const limit = bound<number>('below', title, (n) => (n > 9 ? DOES_NOT_APPLY : n), 'mm');
    expect(resultTable('t', title, [limit], [9, 10])).toMatchObject({
      columns: [{ name: 'below', type: 'number', unit: 'mm' }],
      rows: [[9], [null]],
    });
  });

  it('name their column after what they are of, in both languages', () => {
    const titled = (column: { readonly name: string; readonly title: object }) => [column.name, column.title];
    expect(titled(explained<Row>('x', label, [first]).reason)).toEqual([
      'x_reason',
      { fr: 'test : pourquoi vide', en: 'test: why blank' },
    ]);
    expect(titled(explained<Row>(null, null, [first]).reason)).toEqual([
      'reason',
      { fr: 'pourquoi vide', en: 'why blank' },
    ]);
    expect(groupColumns({ name: 'x', label, figures: [first, second] }).map(({ name }) => name)).toEqual([
      'a',
      'b',
      'x_reason',
    ]);
  });

  it('may be whole numbers, flags and codes', () => {
    const laws = vocabulary('law', entriesOf({ exact: title }));
    const columns = withReason<Figure<number>>(null, null, [
      wholeFigure('n', title, (n) => n, 'mm'),
      flagFigure('even', title, () => true),
      codedFigure('law', title, laws, () => 'exact'),
    ]);
    const table = resultTable('t', title, columns, [3, missing('all_zero')]);
    expect(table.columns.map(({ type, unit, vocabulary }) => [type, unit, vocabulary])).toEqual([
      ['integer', 'mm', null],
      ['boolean', null, null],
      ['text', null, 'law'],
      ['text', null, 'reason'],
    ]);
    expect(table.rows).toEqual([
      [3, true, 'exact', null],
      [null, true, 'exact', 'all_zero'],
    ]);
  });

  it('cannot stand in a table without the column that explains them', () => {
    const columns = explainedBy<Row>('x_reason', [first]);
    expect(() => resultTable('t', title, columns, [])).toThrow(
      'the table t has no column x_reason to say why a is blank',
    );
  });

  it('are the only numbers that may be missing: a null compiles nowhere', () => {
    expect(first.figure([missing('all_zero'), 2])).toEqual(missing('all_zero'));
    expectTypeOf(integer<Row>)
      .parameter(2)
      .returns.toEqualTypeOf<number>();
    expectTypeOf(number<Row>)
      .parameter(2)
      .returns.toEqualTypeOf<number>();
    expectTypeOf(figure<Row>)
      .parameter(2)
      .returns.toEqualTypeOf<Figure<number, ReasonCode> | typeof DOES_NOT_APPLY>();
    expectTypeOf<null>().not.toExtend<Published>();
    expectTypeOf(bound<Row>)
      .parameter(2)
      .returns.toEqualTypeOf<number | typeof DOES_NOT_APPLY>();
  });
});
