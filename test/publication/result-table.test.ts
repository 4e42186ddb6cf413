import { describe, expect, it } from 'vitest';
import { flagFigure, withReason } from '#shared/publication/figure-columns.ts';
import { REASONS } from '#shared/publication/reasons.ts';
import { coded, integer, number, resultTable, text } from '#shared/publication/result-table.ts';
import { entriesOf, vocabulary } from '#shared/publication/vocabulary.ts';

const SIDES = vocabulary('region', entriesOf({ left: { fr: 'gauche', en: 'left' } }));
const title = { fr: 'valeur', en: 'value' };

describe('a result table', () => {
  it('holds one row for each subject, and columns without the code that filled them', () => {
    const columns = [
      text<number>('name', title, (n) => `n${n}`),
      coded('side', title, SIDES, () => 'left'),
      integer<number>('whole', title, (n) => n),
      number<number>('half', title, (n) => n / 2, 'mm'),
      ...withReason<number>(null, null, [flagFigure('even', title, (n) => n % 2 === 0)]),
    ];
    expect(resultTable('t', title, columns, [1, 2])).toEqual({
      name: 't',
      title,
      columns: [
        { name: 'name', type: 'text', unit: null, title, vocabulary: null },
        { name: 'side', type: 'text', unit: null, title, vocabulary: 'region' },
        { name: 'whole', type: 'integer', unit: null, title, vocabulary: null },
        { name: 'half', type: 'number', unit: 'mm', title, vocabulary: null },
        { name: 'even', type: 'boolean', unit: null, title, vocabulary: null },
        {
          name: 'reason',
          type: 'text',
          unit: null,
          title: { fr: 'pourquoi vide', en: 'why blank' },
          vocabulary: 'reason',
        },
      ],
      rows: [
        ['n1', 'left', 1, 0.5, false, null],
        ['n2', 'left', 2, 1, true, null],
      ],
      vocabularies: [SIDES, REASONS],
      reasonColumns: new Map([['even', 'reason']]),
      significanceColumns: new Set(),
    });
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('refuses %d', (value) => {
    expect(() => resultTable('t', title, [number<number>('x', title, (x) => x)], [1, value])).toThrow(
      'finite',
    );
  });

  it('refuses two columns of one name, of which a reader would find one', () => {
    const twice = [text<string>('name', title, (cell) => cell), text<string>('name', title, () => 'b')];
    expect(() => resultTable('t', title, twice, ['a'])).toThrow('the table t has two columns name');
  });

  it('has no negative zero, which CSV and JSON would write differently', () => {
    expect(resultTable('t', title, [number<number>('x', title, (x) => x)], [-0]).rows).toEqual([[0]]);
  });
});
