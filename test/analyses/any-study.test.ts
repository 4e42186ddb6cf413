import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { studyTables } from '#shared/analyses/study-tables.ts';
import { COUNTED } from '#shared/protocol/sequences.ts';
import type { ComputedTable, ResultValue } from '#shared/publication/result-table.ts';
import { arbitrarySettings } from '#test/study/arbitrary-settings.ts';
import { arbitraryStudy } from '#test/study/arbitrary-study.ts';

const STUDIES = 60;

const hasFigure = (row: readonly ResultValue[]): boolean =>
  row.some((cell) => typeof cell === 'number' && cell !== 0);

/** The codes of a table's coded cells that its vocabularies do not explain. */
const unexplained = ({ name, columns, rows, vocabularies }: ComputedTable): readonly string[] =>
  columns.flatMap((column, position) => {
    if (column.vocabulary === null) return [];
    const known = vocabularies.find((vocabulary) => vocabulary.name === column.vocabulary)?.titles;
    const codes = rows.flatMap((row) => String(row[position] ?? '').split(' '));
    return codes
      .filter((code) => code !== '' && known?.has(code) !== true)
      .map((code) => `${name}.${column.name}: ${code}`);
  });

/**
 * Blank by their nature: the last bin is open, only extreme values have fences, many readers no number, a category or
 * level no mean, a lesion no total, one reference no number of all listed lesions.
 */
const MAY_BE_BLANK = new Set([
  'measure-histograms.below',
  'quality.fence_low',
  'quality.fence_high',
  'froc.reader',
  'performance.listed',
  'performance.without_reference',
  'readers.first_reader',
  'readers.second_reader',
  'recist-readers.first_reader',
  'recist-readers.second_reader',
  'reader-characteristics.median',
  'reader-characteristics.minimum',
  'reader-characteristics.maximum',
  ...COUNTED.map(({ name }) => `points.${name}`),
  ...['mean', 'standard_deviation', 'median', 'minimum', 'first_quartile', 'third_quartile', 'maximum'].map(
    (figure) => `dose.${figure}`,
  ),
]);

/** The blank figures of a table of which the column that should say why says nothing, or that have none. */
const withoutReason = ({ name, columns, rows, reasonColumns }: ComputedTable): readonly string[] => {
  const positionOf = new Map(columns.map((column, position) => [column.name, position]));
  const saysWhy = (row: readonly ResultValue[], figure: string) =>
    (row[positionOf.get(reasonColumns.get(figure) ?? '') ?? -1] ?? null) !== null;
  return rows
    .filter((row) => !row.includes('category'))
    .flatMap((row) =>
      columns
        .filter(({ type }, position) => type !== 'text' && row[position] === null)
        .filter((column) => !saysWhy(row, column.name) && !MAY_BE_BLANK.has(`${name}.${column.name}`))
        .map((column) => `${name}.${column.name}`),
    );
};

describe('the tables of any valid study, by any settings', () => {
  /*
   * One figure that is not finite makes its table fail, and with it the whole publication: so no study, however
   * small or odd, may have one.
   */
  it('hold finite figures, or null and why in the column for it, and no code without its meaning', () => {
    const withFigures = new Set<string>();
    fc.assert(
      fc.property(arbitraryStudy, arbitrarySettings, (study, settings) => {
        const tables = studyTables(study, settings);
        for (const { name, rows } of tables) if (rows.some(hasFigure)) withFigures.add(name);
        expect(tables.flatMap(unexplained)).toEqual([]);
        expect([...new Set(tables.flatMap(withoutReason))]).toEqual([]);
      }),
      { numRuns: STUDIES },
    );
    // Studies in which nothing can be computed would pass, too.
    expect(withFigures.size).toBeGreaterThan(12);
  }, 120_000);
});
