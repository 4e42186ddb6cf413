import * as Plot from '@observablehq/plot';
import type { ForestRow } from './forest-row.ts';
import { onePath } from './one-path.ts';
import { COLOURS, SMALL_SIZE } from './theme.ts';

export type PlacedRow = ForestRow & { readonly position: number };

/** The limits as a line, the estimate as a symbol on it: open ones are white within. */
export function estimates(rows: readonly PlacedRow[]): readonly Plot.Markish[] {
  const colour = ({ role }: ForestRow) => COLOURS[role];
  const between = { y: 'position', x1: 'low', x2: 'high' };
  return [
    Plot.ruleY(
      rows.flatMap(({ wider, position }) => (wider === undefined ? [] : { ...wider, position })),
      { ...between, stroke: COLOURS.muted, strokeDasharray: '3,3' },
    ),
    Plot.ruleY(
      rows.filter(({ low, high }) => low !== null && high !== null),
      { ...between, stroke: colour, strokeWidth: 1.5 },
    ),
    Plot.dot(
      rows.filter((row) => row.estimate !== null),
      {
        ...{ x: 'estimate', y: 'position', symbol: 'symbol', r: 4.5, stroke: colour, strokeWidth: 1.5 },
        fill: (row: ForestRow) => (row.filled ? colour(row) : COLOURS.paper),
      },
    ),
  ];
}

/** A fine tick for each point of a row, under its estimate. */
export const ticks = (rows: readonly PlacedRow[]): Plot.Markish =>
  onePath(
    rows.flatMap(({ position, points = [], role }) =>
      points.length === 0
        ? []
        : { points: points.map((x) => ({ x, y: position })), role, strokes: 'v6', begin: [0, 9] },
    ),
  );

/** The texts right of the plot, each column under its heading. */
export const forestColumns = (
  rows: readonly PlacedRow[],
  headings: readonly string[],
  widths: readonly number[],
  gap: number,
): readonly Plot.Markish[] =>
  headings.flatMap((title, column) => {
    const right = widths.slice(0, column + 1).reduce((sum, width) => sum + width, 0);
    const at = { textAnchor: 'end', dx: gap + right - 4, fontSize: SMALL_SIZE } as const;
    return [
      Plot.text(rows, {
        ...{ y: 'position', frameAnchor: 'right', ...at },
        text: (row: ForestRow) => row.texts[column] ?? '',
      }),
      Plot.text([title], {
        ...{ frameAnchor: 'top-right', lineAnchor: 'top', dy: -18, fill: COLOURS.muted, ...at },
      }),
    ];
  });
