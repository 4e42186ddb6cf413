import { describe, expect, it } from 'vitest';
import { movedCells, rowName } from '#shared/presentation/moved-figures.ts';
import type { ResultColumn, ResultValue } from '#shared/publication/result-table.ts';

const column = (vocabulary: string | null): ResultColumn => ({
  name: 'x',
  type: 'text',
  unit: null,
  title: { fr: 'x', en: 'x' },
  vocabulary,
});
const titleOf = (vocabulary: string, code: string) =>
  vocabulary === 'region' && code === 'left' ? { fr: 'foie gauche', en: 'left liver' } : undefined;
const moved = (before: ResultValue, after: ResultValue) =>
  movedCells(before, after, column('region'), titleOf).map(({ fr, en }) => [fr, en]);

describe('a figure that moved', () => {
  it.each([
    [528, 531, '528', '531', '528'],
    [9.263157894736842, 9.316, '9,263', '9,316', '9.263'],
    [0.1234567, 0.1234568, '0,1234567', '0,1234568', '0.1234567'],
    [2.5, 2.5000000000000004, '2,5000000000000000', '2,5000000000000004', '2.5000000000000000'],
    [-1.25, 3, '−1,250', '3', '−1.250'],
    [null, 0, '–', '0', '–'],
    [true, false, 'oui', 'non', 'yes'],
    ['left', 'odd', 'foie gauche', 'odd', 'left liver'],
  ])('from %j to %j is shown as %s → %s', (before, after, from, to, english) => {
    const [first, second] = moved(before, after);
    expect([first?.[0], second?.[0], first?.[1]]).toEqual([from, to, english]);
  });
});

describe('the name of a row', () => {
  it('is the titles of its labels, without those that say nothing', () => {
    expect(
      rowName(['left', null, 10, 'rouen'], [column('region'), undefined, undefined, column(null)], titleOf),
    ).toEqual({
      fr: 'foie gauche · 10 · rouen',
      en: 'left liver · 10 · rouen',
      both: 'foie gauche · 10 · rouen',
    });
  });
});
