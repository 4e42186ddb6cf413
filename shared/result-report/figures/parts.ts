import * as Plot from '@observablehq/plot';
import { MODALITIES, MODALITY_TITLES } from '#shared/protocol/sequences.ts';
import type { PublishedResult } from '#shared/result-report/published-result.ts';
import type { Part } from './drawing.ts';
import type { FigureLanguage } from './figure.ts';
import { textWidth, wrapped } from './text-width.ts';
import { COLOURS, type Role, SMALL_SIZE, SYMBOLS, TEXT_SIZE, WIDTH } from './theme.ts';

/** A sheet without axes, whose marks are placed in px from its left upper corner. */
export const sheet = (marks: Plot.Markish[], height: number): Part => ({
  height,
  options: {
    margin: 0,
    axis: null,
    x: { type: 'identity' },
    y: { type: 'identity' },
    marks: [...marks],
  },
});

/** A text of a sheet, from its left end unless another is said. */
export interface PlacedText {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

export const placed = (texts: readonly PlacedText[], options: Plot.TextOptions = {}) =>
  Plot.text(texts, { x: 'x', y: 'y', text: 'text', textAnchor: 'start', fontSize: TEXT_SIZE, ...options });

/** A heading over the part below it. */
export const heading = (text: string): Part =>
  sheet([placed([{ x: 12, y: 16, text }], { fontWeight: 'bold' })], 26);

const LINE = 15;

/** Notes at the foot of a figure, each in as many lines as it needs. */
export function notes(texts: readonly string[]): Part {
  const lines = texts.flatMap((text) => wrapped(text, WIDTH - 24, SMALL_SIZE));
  const shown = lines.map((text, position) => ({ x: 12, y: 10 + position * LINE, text }));
  return sheet(
    [placed(shown, { fontSize: SMALL_SIZE, fill: COLOURS.muted })],
    lines.length === 0 ? 4 : 12 + lines.length * LINE,
  );
}

/** A sign that a figure uses, and what it stands for. */
export interface Sign {
  readonly text: string;
  readonly role: Role;
  readonly symbol: 'circle' | 'square' | 'diamond';
  readonly filled: boolean;
}

/** The signs of the two modalities. */
export const modalitySigns = (result: PublishedResult, language: FigureLanguage): readonly Sign[] =>
  MODALITIES.map((modality) => ({
    text: result.titleOf('modality', modality)?.[language] ?? MODALITY_TITLES[modality][language],
    role: modality,
    symbol: SYMBOLS[modality],
    filled: true,
  }));

/** What the signs of a figure stand for, in as many lines as they need. */
export function signs(entries: readonly Sign[]): Part {
  let [x, line] = [18, 0];
  const shown = entries.map((entry) => {
    const width = 14 + textWidth(entry.text, SMALL_SIZE) + 20;
    if (x > 18 && x + width > WIDTH - 6) {
      x = 18;
      line += 1;
    }
    const at = { ...entry, x, y: 10 + line * 18, textX: x + 11 };
    x += width;
    return at;
  });
  return sheet(
    [
      Plot.dot(shown, {
        ...{ x: 'x', y: 'y', symbol: 'symbol', r: 4.5, strokeWidth: 1.5 },
        stroke: ({ role }: Sign) => COLOURS[role],
        fill: ({ role, filled }: Sign) => (filled ? COLOURS[role] : COLOURS.paper),
      }),
      placed(
        shown.map(({ textX, y, text }) => ({ x: textX, y, text })),
        { fontSize: SMALL_SIZE },
      ),
    ],
    26 + line * 18,
  );
}
