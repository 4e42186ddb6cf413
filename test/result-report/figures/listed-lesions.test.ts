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
const NAMES = ['lesion-patterns', 'lesion-sizes', 'lesion-sensitivity'];
const drawn = (name: string, result: PublishedResult = listed) =>
  FIGURES.find((figure) => figure.name === name)?.draw(result, 'en');
const wordsIn = (svg = '') => textsOf(svg).map(({ text }) => text);
const boldIn = (svg = '') => (svg.match(/font-weight="bold"/g) ?? []).length;

describe('the figures of listed lesions', () => {
  it('are each drawn from their own table, and not without it', () => {
    const tables = ['visibility', 'visibility', 'performance'];
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
