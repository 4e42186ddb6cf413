import { describe, expect, it } from 'vitest';
import { cellText } from '#shared/result-report/figures/cell-text.ts';
import { FIGURES } from '#shared/result-report/figures/figures.ts';
import { COLOURS } from '#shared/result-report/figures/theme.ts';
import { type PublishedResult, rowsOf } from '#shared/result-report/published-result.ts';
import { withoutTables } from '../files/sample-result.ts';
import { withCells } from '../sentences/told-results.ts';
import { resultOf } from './drawn-results.ts';
import { textsOf } from './svg-texts.ts';

const listed = await resultOf('listed');
const NAMES = ['lesion-patterns', 'lesion-sizes', 'lesion-sensitivity', 'lesion-confidence'];
const drawn = (name: string, result: PublishedResult = listed) =>
  FIGURES.find((figure) => figure.name === name)?.draw(result, 'en');
const wordsIn = (svg = '') => textsOf(svg).map(({ text }) => text);
const boldIn = (svg = '') => (svg.match(/font-weight="bold"/g) ?? []).length;

describe('the figures of listed lesions', () => {
  it('are each drawn from their own table, and not without it', () => {
    const tables = ['visibility', 'visibility', 'performance', 'froc'];
    for (const [position, name] of NAMES.entries()) {
      expect(drawn(name), name).toBeDefined();
      expect(drawn(name, withoutTables(listed, [tables[position] ?? ''])), name).toBeUndefined();
    }
  });

  it('show the fifteen most frequent patterns, with a sign for each sequence of each', () => {
    const patterns = rowsOf(listed, 'visibility').filter(
      (row) => row.text('group') === 'whole' && row.text('what') === 'pattern',
    );
    const most = patterns
      .map((row) => row.figure('lesions') ?? 0)
      .toSorted((a, b) => b - a)
      .slice(0, 15);
    const svg = drawn('lesion-patterns');
    const numbers = textsOf(svg ?? '')
      .filter(({ isOfAxis }) => !isOfAxis)
      .map(({ text }) => Number(text))
      .filter((number) => !Number.isNaN(number));
    expect(numbers).toEqual(most);
  });

  it('have each sequence and modality under each size, with its share and interval', () => {
    const svg = drawn('lesion-sizes');
    expect(boldIn(svg)).toBeGreaterThan(0);
    const words = wordsIn(svg);
    for (const size of ['under 5 mm', '5 to 9 mm', '10 to 19 mm', '20 mm or more', 'size not known'])
      expect(words.filter((text) => text === size)).toHaveLength(1);
    for (const set of ['MRI diffusion', 'CT portal', 'full MRI', 'CT, both phases'])
      expect(words.filter((text) => text === set)).toHaveLength(5);
    const [row] = rowsOf(listed, 'visibility').filter(
      (one) =>
        one.text('what') === 'seen' &&
        one.text('group') === 'under_5' &&
        one.text('first') === 'mri_diffusion',
    );
    const limits = ['share', 'share_low', 'share_high'].map((column) =>
      row === undefined ? '' : cellText(row, column, 'en'),
    );
    expect(words).toContain(`${limits[0]} [${limits[1]}; ${limits[2]}]`);
  });

  it('tell MRI from CT by shape as well as colour', () => {
    const svg = drawn('lesion-sizes') ?? '';
    const shapesOf = (colour: string) =>
      new Set(
        [...svg.matchAll(/<path [^>]*>/g)]
          .filter(([path]) => path.includes(`stroke="${colour}"`))
          .map(([path]) => / d="([^"]*)"/.exec(path)?.[1]),
      );
    const [mri, ct] = [shapesOf(COLOURS.mri), shapesOf(COLOURS.ct)];
    expect([mri.size, ct.size]).toEqual([1, 1]);
    expect(mri).not.toEqual(ct);
  });

  it('say why a small group is kept back, and draw nothing of it', () => {
    const columns = ['lesions', 'n_patients', 'assessable', 'share', 'share_low', 'share_high'];
    const blank = Object.fromEntries(columns.map((name) => [name, null]));
    const kept = { ...blank, reason: 'too_few_patients' };
    const few = withCells(listed, 'visibility', { group: 'under_5' }, kept);
    const reason = listed.titleOf('reason', 'too_few_patients')?.en ?? '?';
    const all = wordsIn(drawn('lesion-sizes', few)).join(' ');
    expect(all).toContain(reason);
    expect(wordsIn(drawn('lesion-sizes', few)).filter((text) => text === 'MRI diffusion')).toHaveLength(4);
    expect(wordsIn(drawn('lesion-sizes')).join(' ')).not.toContain(reason);
  });
});

describe('the figure of the readers’ confidence', async () => {
  const byTwo = await resultOf('listed-by-two');
  const shown = (language: 'fr' | 'en', result = byTwo) =>
    wordsIn(FIGURES.find(({ name }) => name === 'lesion-confidence')?.draw(result, language));

  it('has each reader of a centre on both modalities, with the interval, and their difference', () => {
    const words = shown('en');
    for (const label of ['first readers', 'reader 1', 'reader 2', 'these readers together'])
      expect(words).toEqual(expect.arrayContaining([label, `${label} – MRI`]));
    const [row] = rowsOf(byTwo, 'froc').filter((one) => one.text('centre') === 'angers');
    const textOf = (name: string) => {
      const [value, low, high] = [name, `${name}_low`, `${name}_high`].map((column) =>
        row === undefined ? '' : cellText(row, column, 'en'),
      );
      return `${value} [${low}; ${high}]`;
    };
    expect(words).toEqual(expect.arrayContaining(['mri', 'ct', 'difference'].map(textOf)));
  });

  it('has no centre in part: one whose readers do not all fit in stands in the table alone', () => {
    const centres = ['Angers', 'Brest', 'Dinan', 'Fougeres'];
    const inBothPanels = (words: readonly string[]) =>
      centres.filter((centre) => words.filter((word) => word === centre).length === 2);
    expect(inBothPanels(shown('fr'))).toEqual(['Angers', 'Brest']);
    const others = rowsOf(byTwo, 'froc').filter((row) => !['angers', 'brest'].includes(row.text('centre')));
    expect(others.some((row) => row.text('centre') === 'dinan')).toBe(true);
    const without = withoutRows(byTwo, 'froc', 'centre', 'brest');
    expect(inBothPanels(shown('fr', without))).toEqual(['Angers', 'Dinan']);
  });

  it('says why an interval is missing, not why a p is', () => {
    const why = (code: string) => byTwo.titleOf('reason', code)?.en ?? '?';
    const kept = { mri_low: null, mri_high: null, mri_reason: 'no_variation' };
    const few = withCells(byTwo, 'froc', { group: 'all' }, kept);
    expect(shown('en', few).join(' ')).toContain(why('no_variation'));
    const hidden = { difference_p: null, difference_reason: 'significance_not_shown' };
    const without = withCells(byTwo, 'froc', {}, hidden);
    expect(shown('en', without).join(' ')).not.toContain(why('significance_not_shown'));
  });
});

/** The same result without the rows of a table in which this stands. */
const withoutRows = (
  result: PublishedResult,
  name: string,
  column: string,
  value: string,
): PublishedResult => ({
  ...result,
  tables: result.tables.map((table) => {
    const at = table.columns.findIndex((candidate) => candidate.name === column);
    return table.name === name ? { ...table, rows: table.rows.filter((row) => row[at] !== value) } : table;
  }),
});
