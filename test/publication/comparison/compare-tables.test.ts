import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCohort } from '#cdk/commands/files.ts';
import { studyTables } from '#shared/analyses/study-tables.ts';
import { compareTables, sameFigures } from '#shared/publication/comparison/compare-tables.ts';
import { POINTS_TABLE } from '#shared/publication/drawn-numbers.ts';
import type { ResultTable, ResultValue } from '#shared/publication/result-table.ts';
import { assembleStudy } from '#shared/study/study.ts';
import { SAMPLE_COHORTS_FOLDER } from '#test/sample-cohorts.ts';
import { rowsOfCentres } from '#test/study/sample-cohort.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { tableOf } from './tables.ts';

const COUNTS = ['side:text', 'sequence:text', 'n:number', 'mean:number'];
const counts = tableOf('counts', COUNTS, [
  ['whole', 'mri', 10, 2.5],
  ['whole', 'ct', 6, null],
]);

describe('two versions of the tables', () => {
  it('are the same figures when every cell is', () => {
    expect(sameFigures(compareTables([counts], [structuredClone(counts)]))).toBe(true);
  });

  it('differ in a cell by the last digit, named by labels and column', () => {
    const after = tableOf('counts', COUNTS, [
      ['whole', 'mri', 10, 2.5000000000000004],
      ['whole', 'ct', 6, 0],
    ]);
    const changes = compareTables([counts], [after]);
    expect(changes.changed).toEqual([
      {
        table: 'counts',
        keys: ['side', 'sequence'],
        columns: { added: [], removed: [] },
        rows: { added: [], removed: [] },
        moved: [
          { labels: ['whole', 'mri'], column: 'mean', before: 2.5, after: 2.5000000000000004 },
          { labels: ['whole', 'ct'], column: 'mean', before: null, after: 0 },
        ],
      },
    ]);
    expect(sameFigures(changes)).toBe(false);
  });

  it('match rows by their labels, wherever they stand', () => {
    const turned = { ...counts, rows: counts.rows.toReversed() };
    expect(sameFigures(compareTables([counts], [turned]))).toBe(true);
  });

  it('match cells by their columns’ names, wherever these stand', () => {
    const turned = tableOf(
      'counts',
      ['side:text', 'sequence:text', 'mean:number', 'n:number'],
      [
        ['whole', 'mri', 2.5, 11],
        ['whole', 'ct', null, 6],
      ],
    );
    expect(compareTables([counts], [turned]).changed.map(({ moved }) => moved)).toEqual([
      [{ labels: ['whole', 'mri'], column: 'n', before: 10, after: 11 }],
    ]);
  });

  it('name rows, columns and tables that only one has', () => {
    const after = tableOf(
      'counts',
      ['side:text', 'sequence:text', 'n:number', 'median:number'],
      [
        ['whole', 'mri', 10, 2],
        ['left', 'mri', 4, 1],
      ],
    );
    const changes = compareTables([counts, tableOf('gone', [], [])], [after, tableOf('come', [], [])]);
    expect(changes).toMatchObject({ added: ['come'], removed: ['gone'] });
    expect(changes.changed).toMatchObject([
      {
        columns: { added: ['median'], removed: ['mean'] },
        rows: { added: [['left', 'mri']], removed: [['whole', 'ct']] },
        moved: [],
      },
    ]);
  });

  it.each<[string, readonly ResultTable[]]>([
    ['a table', []],
    [
      'a column',
      [
        tableOf(
          'counts',
          COUNTS.slice(0, -1),
          counts.rows.map((row) => row.slice(0, -1)),
        ),
      ],
    ],
    ['a row', [{ ...counts, rows: counts.rows.slice(0, -1) }]],
  ])('are not the same figures where one lacks %s, and differ in nothing else', (_, less) => {
    expect(sameFigures(compareTables([counts], less))).toBe(false);
    expect(sameFigures(compareTables(less, [counts]))).toBe(false);
  });

  const bins = (...rows: readonly (readonly ResultValue[])[]) =>
    tableOf('histogram', ['sequence:text', 'from:number', 'n:number'], rows);

  it('take a bin’s limit for a label where the labels before it are not enough', () => {
    const [before, after] = [bins(['mri', 0, 1], ['mri', 10, 2]), bins(['mri', 0, 1], ['mri', 10, 3])];
    expect(compareTables([before], [after]).changed).toMatchObject([
      { keys: ['sequence', 'from'], moved: [{ labels: ['mri', 10], column: 'n', before: 2, after: 3 }] },
    ]);
  });

  it('also where they are not enough in one of the two only', () => {
    const [one, two] = [bins(['mri', 10, 2]), bins(['mri', 0, 1], ['mri', 10, 2])];
    expect(compareTables([one], [two]).changed).toMatchObject([{ rows: { added: [['mri', 0]] }, moved: [] }]);
    expect(compareTables([two], [one]).changed).toMatchObject([
      { rows: { removed: [['mri', 0]] }, moved: [] },
    ]);
  });

  it('take no column for a label that one of them does not have', () => {
    const [one, two] = ['sequence', 'technique'].map((name) =>
      tableOf('counts', ['side:text', `${name}:text`, 'n:number'], [['whole', 'mri', 10]]),
    );
    expect(one && two && compareTables([one], [two]).changed).toMatchObject([
      { keys: ['side'], columns: { added: ['technique'], removed: ['sequence'] }, moved: [] },
    ]);
  });

  const pointsOf = (...rows: readonly (readonly ResultValue[])[]) =>
    tableOf('points', ['kind:text', 'point:number', 'patient:number', 'mri_total:number'], rows);

  it('compare points by what they say, not by numbers that are drawn for each result', () => {
    const before = pointsOf(['count', 1, 1, 7], ['count', 2, 1, 7], ['count', 3, 2, 4]);
    const drawnAnew = pointsOf(['count', 1, 1, 4], ['count', 2, 2, 7], ['count', 3, 2, 7]);
    expect(sameFigures(compareTables([before], [drawnAnew]))).toBe(true);
    const other = pointsOf(['count', 1, 1, 4], ['count', 2, 2, 7], ['count', 3, 2, 9]);
    expect(compareTables([before], [other]).changed).toMatchObject([
      { keys: ['kind', 'mri_total'], rows: { added: [['count', 9]], removed: [['count', 7]] }, moved: [] },
    ]);
  });

  it('compare rows of one name in their order', () => {
    const twice = (n: number) => tableOf('t', ['name:text'], [['a'], ['a'], ...(n > 2 ? [['a']] : [])]);
    expect(compareTables([twice(2)], [twice(3)]).changed).toMatchObject([
      { rows: { added: [['a']], removed: [] } },
    ]);
  });
});

const READERS = await readCohort(join(SAMPLE_COHORTS_FOLDER, 'readers'));

describe('the tables of a sample cohort', () => {
  const tables = studyTables(assembleStudy(rowsOfCentres(READERS)), SETTINGS);

  // A point has no labels but its values.
  const named = tables.filter(({ name }) => name !== POINTS_TABLE);

  it.each(named.map((table) => [table.name, table] as const))(
    '%s: a cell that moves is named by a row’s own labels',
    (_, table) => {
      const position = table.columns.findLastIndex(({ type }) => type !== 'text');
      expect(table.rows.length).toBeGreaterThan(0);
      table.rows.forEach((moved, index) => {
        const rows = table.rows.with(index, moved.with(position, 987_654.5));
        const [changes] = compareTables([table], [{ ...table, rows }]).changed;
        expect(changes).toMatchObject({ rows: { added: [], removed: [] } });
        expect(changes?.moved).toEqual([
          {
            labels: moved.slice(0, changes?.keys.length),
            column: table.columns[position]?.name,
            before: moved[position],
            after: 987_654.5,
          },
        ]);
      });
    },
  );
});
