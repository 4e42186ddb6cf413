import { describe, expect, it } from 'vitest';
import { flag, integer, number, resultTable, text } from '#shared/results/result-table.ts';

const title = { fr: 'valeur', en: 'value' };

describe('a result table', () => {
  it('holds one row for each subject, and columns without the code that filled them', () => {
    const columns = [
      text<number>('name', title, (n) => `n${n}`),
      integer<number>('whole', title, (n) => n),
      number<number>('half', title, (n) => n / 2, 'mm'),
      flag<number>('even', title, (n) => n % 2 === 0),
    ];
    expect(resultTable('t', title, columns, [1, 2])).toEqual({
      name: 't',
      title,
      columns: [
        { name: 'name', type: 'text', unit: null, title },
        { name: 'whole', type: 'integer', unit: null, title },
        { name: 'half', type: 'number', unit: 'mm', title },
        { name: 'even', type: 'boolean', unit: null, title },
      ],
      rows: [
        ['n1', 1, 0.5, false],
        ['n2', 2, 1, true],
      ],
    });
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('refuses %d', (value) => {
    expect(() => resultTable('t', title, [number<number>('x', title, (x) => x)], [1, value])).toThrow(
      'finite',
    );
  });

  it('has no negative zero, which CSV and JSON would write differently', () => {
    expect(resultTable('t', title, [number<number>('x', title, (x) => x)], [-0]).rows).toEqual([[0]]);
  });
});
