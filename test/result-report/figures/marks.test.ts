import { describe, expect, it } from 'vitest';
import { COUNT_COMPARISONS } from '#shared/result-report/figures/count-comparisons.ts';
import { differenceOf } from '#shared/result-report/figures/points.ts';
import { RECIST_AGREEMENT } from '#shared/result-report/figures/recist-agreement.ts';
import { COLOURS } from '#shared/result-report/figures/theme.ts';
import { waterfall } from '#shared/result-report/figures/waterfall.ts';
import { type PublishedResult, rowsOf, rowWhere } from '#shared/result-report/published-result.ts';
import { resultOf } from './drawn-results.ts';

describe('in the forest plot of the 15 comparisons', () => {
  it('a symbol is full where the corrected p is below 0.05, and open elsewhere', async () => {
    const result = await resultOf('thesis');
    const svg = COUNT_COMPARISONS.draw(result, 'fr') ?? '';
    const fills = Array.from(
      svg.matchAll(/<path [^>]*stroke="#\w+" fill="(#\w+)" d="M[^"]*Z?" transform="translate/g),
      ([, fill]) => (fill === COLOURS.paper ? 'open' : 'full'),
    );
    const expected = rowsOf(result, 'count-tests')
      .filter((row) => row.text('side') === 'whole')
      .map((row) => ((row.figure('cluster_p_holm') ?? 1) < 0.05 ? 'full' : 'open'));
    expect(expected.filter((fill) => fill === 'open')).toHaveLength(4);
    expect(fills.slice(0, 15)).toEqual(expected);
  });
});

describe('the points of a comparison', () => {
  it('are first − second, as the bias that is drawn among them', async () => {
    const result = await resultOf('thesis');
    const labels = { first: 'mri_diffusion', second: 'ct_arterial' };
    const lesions = rowsOf(result, 'points').filter((row) => row.text('kind') === 'diameter');
    const differences = lesions.flatMap((row) => differenceOf(row, labels.first, labels.second) ?? []);
    const mean = differences.reduce((sum, difference) => sum + difference, 0) / differences.length;
    expect(mean).toBeLessThan(-0.5);
    expect(mean).toBeCloseTo(rowWhere(result, 'measure-tests', labels)?.figure('mean_difference') ?? 0, 6);
  });
});

it('the waterfall’s dashed lines are RECIST’s: a fall of 30 %, a growth of 20 %', async () => {
  const result = await resultOf('responses');
  const points = rowsOf(result, 'points').filter((row) => row.text('kind') === 'best_change');
  const marks = waterfall(result, points, 'mri', 'fr')?.options.marks ?? [];
  const lines = marks.map((mark) => Object(mark)).filter((mark) => mark.strokeDasharray === '5,3');
  expect(lines.map(({ data }) => data)).toEqual([[-30, 20]]);
});

/** A result whose cross-table of responses has these numbers. */
const withResponses = (
  result: PublishedResult,
  numbers: Readonly<Record<string, number>>,
): PublishedResult => ({
  ...result,
  tables: result.tables.map((table) =>
    table.name === 'recist-agreement'
      ? {
          ...table,
          rows: table.rows.map((row) =>
            row.map((value, at) => numbers[table.columns[at]?.name ?? ''] ?? value),
          ),
        }
      : table,
  ),
});

describe('in the cross-table of responses', () => {
  it('the rows are MRI’s, the columns CT’s', async () => {
    const result = withResponses(await resultOf('responses'), { cr_pd: 771, pd_cr: 882 });
    expect(rowWhere(result, 'recist-agreement', { first: 'mri', second: 'ct' })?.figure('cr_pd')).toBe(771);
    const svg = RECIST_AGREEMENT.draw(result, 'fr') ?? '';
    const [across, down] = placeOf(svg, '771');
    const [otherAcross, otherDown] = placeOf(svg, '882');
    expect(across).toBeGreaterThan(otherAcross);
    expect(down).toBeLessThan(otherDown);
  });
});

/** Where the first text that reads so stands, in px. */
function placeOf(svg: string, text: string): readonly [number, number] {
  const [, x, y] = new RegExp(`translate\\(([\\d.]+),([\\d.]+)\\)"[^>]*>${text}<`).exec(svg) ?? [];
  return [Number(x), Number(y)];
}
