import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholeTicks } from '#shared/result-report/figures/axes.ts';
import { axisText } from '#shared/result-report/figures/axis-text.ts';
import type { ForestRow } from '#shared/result-report/figures/forest-row.ts';
import { extent, ratiosWithin } from '#shared/result-report/figures/forest-scale.ts';
import { textWidth, wrapped } from '#shared/result-report/figures/text-width.ts';
import { apart } from '#shared/result-report/figures/texts-apart.ts';
import { COLOURS, figureColoursCss } from '#shared/result-report/figures/theme.ts';

describe('a number of an axis', () => {
  it.each([
    [0, '0', '0'],
    [-0.5, '−0,5', '−0.5'],
    [0.1 + 0.2, '0,3', '0.3'],
    [1500, '1\u202f500', '1,500'],
  ])('%d is %s in French and %s in English', (value, fr, en) => {
    expect([axisText(value, 'fr'), axisText(value, 'en')]).toEqual([fr, en]);
  });
});

describe('a wrapped text', () => {
  it('keeps its words, in lines that are no wider than asked for unless a word is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-zé]{1,12}$/), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 20, max: 300 }),
        (words, width) => {
          const lines = wrapped(words.join(' '), width, 11);
          expect(lines.join(' ')).toBe(words.join(' '));
          for (const line of lines) {
            expect(!line.includes(' ') || textWidth(line, 11) <= width).toBe(true);
          }
        },
      ),
    );
  });

  it('is about as wide as Helvetica sets it', () => {
    // Of Helvetica’s own metrics: 667 + 3 × 556 + … for "Métastases" 833+556+278+556+500+278+556+500+556+500.
    expect(textWidth('Métastases', 10)).toBeCloseTo(51, -1);
  });
});

describe('texts that stand close', () => {
  it('come apart in their order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 3, maxLength: 3 }), (heights) => {
        const moved = apart(
          heights.map((y) => ({ y })),
          12,
        ).map(({ y }) => y);
        for (const [position, y] of moved.entries()) {
          if (position > 0) expect(y - (moved[position - 1] ?? 0)).toBeGreaterThan(12 - 1e-9);
        }
      }),
    );
  });

  it('stay where they are otherwise', () => {
    expect(apart([{ y: 40 }, { y: 0 }, { y: 20 }], 12)).toEqual([{ y: 0 }, { y: 20 }, { y: 40 }]);
  });
});

it.each([
  [0, 3, [0]],
  [1, 3, [0, 1]],
  [11, 4, [0, 5, 10]],
  [864, 3, [0, 500]],
  [5754, 3, [0, 2000, 4000]],
])('an axis of up to %d things has ticks at whole numbers', (most, steps, ticks) => {
  expect(wholeTicks(most, steps)).toEqual(ticks);
});

it('a logarithmic axis has round ratios, 1 among them', () => {
  expect(ratiosWithin([0.45, 3.5])).toEqual([0.5, 1, 1.5, 2, 3]);
});

describe('the colours', () => {
  it('are lighter for CT than for MRI by an eighth of the way from black to white at least, for grey print', () => {
    expect(lightness(COLOURS.ct) - lightness(COLOURS.mri)).toBeGreaterThan(12.5);
  });

  it('stand out from the paper, texts by 4.5 to 1 and signs by 3 to 1', () => {
    expect(contrast(COLOURS.ink)).toBeGreaterThan(4.5);
    expect(contrast(COLOURS.muted)).toBeGreaterThan(4.5);
    expect(contrast(COLOURS.mri)).toBeGreaterThan(3);
    expect(contrast(COLOURS.ct)).toBeGreaterThan(3);
  });

  it('are those of the page where a figure stands in it', () => {
    const css = figureColoursCss({ ...COLOURS, ink: 'var(--ink)' });
    expect(css).toContain(`.ctmri-figure [fill="${COLOURS.ink}"]{fill:var(--ink)}`);
    expect(css).toContain(`.ctmri-figure [stroke="${COLOURS.ink}"]{stroke:var(--ink)}`);
  });
});

/** WCAG’s relative luminance of `#rrggbb`. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((from) => {
    const part = Number.parseInt(colour.slice(from, from + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
/** CIE L*, from 0 for black to 100 for white. */
const lightness = (colour: string) => 116 * Math.cbrt(luminance(colour)) - 16;
const contrast = (colour: string) => 1.05 / (luminance(colour) + 0.05);

describe('the axis of a forest plot', () => {
  const row: ForestRow = {
    ...{ label: '', estimate: 2, low: 1.5, high: 4, filled: true, texts: [] },
    ...({ role: 'ink', symbol: 'circle' } as const),
    ...{ wider: { low: 0.5, high: 6 }, points: [7] },
  };
  const forest = { rows: [row], headings: [], axisTitle: '', language: 'fr' } as const;

  it.each([
    ['of differences', {}, 0.5, 7],
    ['of ratios', { logarithmic: true }, 0.5, 7],
    ['with no difference outside of the rows', { noDifference: 0 }, 0, 7],
    ['of ratios, with no difference outside', { logarithmic: true, noDifference: 0.2 }, 0.2, 7],
  ] as const)('%s has all that is drawn within it, with room at both ends', (_, options, low, high) => {
    const [from, to] = extent({ ...forest, ...options });
    expect(from).toBeLessThan(low);
    expect(to).toBeGreaterThan(high);
  });
});
