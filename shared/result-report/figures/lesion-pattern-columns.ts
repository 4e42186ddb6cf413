import * as Plot from '@observablehq/plot';
import { type Modality, SEQUENCES } from '#shared/protocol/sequences.ts';
import { wholeTicks, yAxis } from './axes.ts';
import type { Part } from './drawing.ts';
import type { FigureLanguage } from './figure.ts';
import { widest } from './text-width.ts';
import { COLOURS, modalityOf, ROW_HEIGHT, type Role, SMALL_SIZE, SYMBOLS, TEXT_SIZE } from './theme.ts';

const BARS = 190;
const MARGIN = { top: 24, between: 8, right: 12 };

/** Which modalities show the lesions of a pattern, as its colour. */
export type Shown = Extract<Role, 'mri' | 'ct' | 'ink' | 'muted'>;

/** A pattern of sequences, in the order of the figure. */
export interface Column {
  readonly position: number;
  readonly lesions: number;
  readonly text: string;
  readonly shown: Shown;
  readonly seenOn: ReadonlySet<string>;
}

/** Of both parts, so that a column stands over its signs. */
const across = (columns: readonly Column[], names: readonly string[]) => ({
  marginLeft: 28 + widest(names, TEXT_SIZE),
  marginRight: MARGIN.right,
  x: {
    type: 'band' as const,
    domain: columns.map(({ position }) => position),
    padding: 0.25,
    axis: null,
  },
});

interface CountAxis {
  readonly language: FigureLanguage;
  readonly title: string;
}

/** How many lesions each pattern has. */
export function bars(columns: readonly Column[], names: readonly string[], axis: CountAxis): Part {
  const most = Math.max(...columns.map(({ lesions }) => lesions));
  return {
    height: BARS,
    options: {
      ...across(columns, names),
      marginTop: MARGIN.top,
      marginBottom: MARGIN.between,
      y: { domain: [0, most] },
      marks: [
        yAxis({ ...axis, ticks: wholeTicks(most, 5) }),
        Plot.barY(columns, { x: 'position', y: 'lesions', fill: ({ shown }: Column) => COLOURS[shown] }),
        Plot.text(columns, { x: 'position', y: 'lesions', text: 'text', dy: -8, fontSize: SMALL_SIZE }),
        Plot.ruleY([0], { stroke: COLOURS.muted }),
      ],
    },
  };
}

interface Cell {
  readonly position: number;
  readonly row: number;
  readonly modality: Modality;
  readonly isSeen: boolean;
}

/** Which sequences a pattern is of. */
export function matrix(columns: readonly Column[], names: readonly string[]): Part {
  const cells: readonly Cell[] = columns.flatMap(({ position, seenOn }) =>
    SEQUENCES.map(({ name }, row) => ({
      position,
      row,
      modality: modalityOf(name),
      isSeen: seenOn.has(name),
    })),
  );
  const joined = columns.flatMap(({ position }) => {
    const rows = cells.filter((cell) => cell.position === position && cell.isSeen).map(({ row }) => row);
    return rows.length < 2 ? [] : [{ position, from: Math.min(...rows), to: Math.max(...rows) }];
  });
  return {
    height: SEQUENCES.length * ROW_HEIGHT + 2 * MARGIN.between,
    options: {
      ...across(columns, names),
      marginTop: MARGIN.between,
      marginBottom: MARGIN.between,
      y: { type: 'point', domain: SEQUENCES.map((_, row) => row), padding: 0.5, axis: null },
      marks: [
        Plot.ruleX(joined, { x: 'position', y1: 'from', y2: 'to', stroke: COLOURS.muted, strokeWidth: 1.5 }),
        Plot.dot(
          cells.filter(({ isSeen }) => !isSeen),
          { x: 'position', y: 'row', r: 2.5, fill: COLOURS.grid },
        ),
        Plot.dot(
          cells.filter(({ isSeen }) => isSeen),
          {
            ...{ x: 'position', y: 'row', r: 5 },
            symbol: ({ modality }: Cell) => SYMBOLS[modality],
            fill: ({ modality }: Cell) => COLOURS[modality],
          },
        ),
        Plot.text(
          names.map((text, row) => ({ text, row })),
          { y: 'row', text: 'text', frameAnchor: 'left', textAnchor: 'end', dx: -12 },
        ),
      ],
    },
  };
}
