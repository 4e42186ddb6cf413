import { describe, expect, it } from 'vitest';
import { FIGURES } from '#shared/result-report/figures/figures.ts';
import type { PublishedResult } from '#shared/result-report/published-result.ts';
import { resultOf } from './drawn-results.ts';
import { textsOf } from './svg-texts.ts';
import { changes, lesions, withheld, withPoints } from './with-points.ts';

function drawn(result: PublishedResult, name: string): string {
  const svg = FIGURES.find((figure) => figure.name === name)?.draw(result, 'fr');
  if (svg === undefined) throw new Error(`${name} is not drawn`);
  return svg;
}
const wordsOf = (svg: string) =>
  textsOf(svg)
    .map(({ text }) => text)
    .join(' ');
/** The strokes of single points: each begins with a move of the pen. */
const strokesOf = (svg: string) => (svg.match(/M[^M"]+(?=M|" fill="none")/g) ?? []).length;

describe('single lesions', () => {
  it('are drawn under each mean difference', async () => {
    const svg = drawn(withPoints(await resultOf('thesis'), lesions(7)), 'paired-differences');
    expect(svg.match(/v6/g)).toHaveLength(7 * 15);
    expect(wordsOf(svg)).toContain('Traits fins');
  });

  it('are drawn by mean and difference for each MRI sequence and CT phase', async () => {
    const svg = drawn(withPoints(await resultOf('thesis'), lesions(7)), 'bland-altman');
    expect(svg.match(/h5m-2\.5-2\.5v5/g)).toHaveLength(7 * 8);
    expect(strokesOf(svg)).toBeGreaterThan(0);
    expect(wordsOf(svg)).toContain('IRM T2 FS − TDM artériel');
    expect(wordsOf(svg)).not.toContain('IRM T2 FS − IRM diffusion');
  });

  it.each(['paired-differences', 'bland-altman'])(
    'give way to limits alone where they are too many, or kept: %s',
    async (name) => {
      const result = await resultOf('thesis');
      const tooMany = wordsOf(drawn(withPoints(result, lesions(500)), name));
      expect(tooMany).toContain('Sans les points un à un\u00a0: trop nombreux');
      expect(tooMany).toContain('IRM T2 FS − IRM diffusion');
      const kept = wordsOf(drawn(withPoints(result, [withheld('diameter', 'too_few_patients')]), name));
      expect(kept).toContain('Sans les points un à un\u00a0: trop peu de patients');
    },
  );
});

describe('the waterfall', () => {
  it('has a bar for each patient and modality, from the largest increase on', async () => {
    const svg = drawn(withPoints(await resultOf('thesis'), changes(6)), 'recist-waterfall');
    const responses = textsOf(svg).filter(({ text }) => /^(?:SD|PR)$/.test(text));
    expect(responses.map(({ text }) => text).sort()).toEqual([
      ...Array(6).fill('PR'),
      ...Array(6).fill('SD'),
    ]);
    const tops = responses.filter(({ text }) => text === 'SD').toSorted((a, b) => a.left - b.left);
    expect(tops.map(({ top }) => top)).toEqual(tops.map(({ top }) => top).toSorted((a, b) => a - b));
  });

  it('gives way to numbers of patients where their points are kept', async () => {
    const svg = drawn(
      withPoints(await resultOf('thesis'), [withheld('best_change', 'too_few_patients')]),
      'recist-waterfall',
    );
    expect(wordsOf(svg)).toContain('PD 3');
    expect(wordsOf(svg)).toContain('trop peu de patients');
  });
});

it('a patient whose response is of both modalities stands in both panels, one without in one', async () => {
  const [first, ...others] = changes(6);
  const svg = drawn(
    withPoints(await resultOf('thesis'), [{ ...first, ct_total: null }, ...others]),
    'recist-waterfall',
  );
  const texts = textsOf(svg).map(({ text }) => text);
  expect(texts.filter((text) => text === 'SD')).toHaveLength(6);
  expect(texts.filter((text) => text === 'PR')).toHaveLength(5);
});
