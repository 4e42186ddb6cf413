import * as Plot from '@observablehq/plot';
import { axisText } from './axis-text.ts';
import type { Part } from './drawing.ts';
import type { FigureLanguage } from './figure.ts';
import { widest } from './text-width.ts';
import { COLOURS, ROW_HEIGHT, type Role, SMALL_SIZE, TEXT_SIZE } from './theme.ts';

/** A row of a forest plot. */
export interface ForestRow {
  readonly label: string;
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly role: Role;
  readonly symbol: 'circle' | 'square' | 'diamond';
  readonly filled: boolean;
  /** A wider interval around it, as that of a prediction, drawn thin and dashed. */
  readonly wider?: { readonly low: number; readonly high: number };
  /** What stands to the right of it, under each of the headings. */
  readonly texts: readonly string[];
}

export interface Forest {
  readonly rows: readonly ForestRow[];
  readonly headings: readonly string[];
  readonly axisTitle: string;
  /** Where the two are the same. */
  readonly noDifference?: number;
  /** Ends of the axis that are known beforehand, such as those of a percentage. */
  readonly domain?: readonly [number, number];
  readonly logarithmic?: boolean;
  readonly language: FigureLanguage;
}

type PlacedRow = ForestRow & { readonly position: number };

const GAP = 14;
const TOP = 26;
const BOTTOM = 44;

/** Estimates with their limits, one below the other, and their figures beside them. */
export function forest(plan: Forest): Part {
  const { rows, headings, language, noDifference } = plan;
  const columnWidths = headings.map(
    (title, column) => GAP + widest([title, ...rows.map(({ texts }) => texts[column] ?? '')], SMALL_SIZE),
  );
  const marginRight = GAP + columnWidths.reduce((sum, width) => sum + width, 0);
  const marginLeft =
    24 +
    widest(
      rows.map(({ label }) => label),
      TEXT_SIZE,
    );
  const height = TOP + rows.length * ROW_HEIGHT + BOTTOM;
  const data = rows.map((row, position) => ({ ...row, position }));
  const inRow = { y: 'position', fontSize: SMALL_SIZE };
  const domain = plan.domain ?? extent(plan);
  const ticks = plan.logarithmic === true ? ratiosWithin(domain) : 6;
  const columns = headings.flatMap((title, column) => {
    const dx = GAP + columnWidths.slice(0, column + 1).reduce((sum, width) => sum + width, 0) - 4;
    return [
      Plot.text(data, {
        ...inRow,
        text: (row: ForestRow) => row.texts[column] ?? '',
        frameAnchor: 'right',
        textAnchor: 'end',
        dx,
      }),
      Plot.text([title], {
        frameAnchor: 'top-right',
        textAnchor: 'end',
        dx,
        dy: -18,
        lineAnchor: 'top',
        fontSize: SMALL_SIZE,
        fill: COLOURS.muted,
      }),
    ];
  });
  return {
    height,
    options: {
      marginLeft,
      marginRight,
      marginTop: TOP,
      marginBottom: BOTTOM,
      x: {
        type: plan.logarithmic === true ? 'log' : 'linear',
        domain,
        nice: plan.domain === undefined && plan.logarithmic !== true,
      },
      y: { type: 'point', domain: data.map(({ position }) => position), padding: 0.5, axis: null },
      marks: [
        Plot.gridX({ ticks, stroke: COLOURS.grid, strokeOpacity: 1 }),
        ...(noDifference === undefined ? [] : [Plot.ruleX([noDifference], { stroke: COLOURS.ink })]),
        Plot.axisX({
          ticks,
          className: 'ctmri-axis',
          label: plan.axisTitle,
          labelAnchor: 'center',
          labelArrow: 'none',
          labelOffset: 36,
          tickFormat: (value: number) => axisText(value, language),
          fontSize: SMALL_SIZE,
          stroke: COLOURS.muted,
        }),
        Plot.text(data, { y: 'position', text: 'label', frameAnchor: 'left', textAnchor: 'end', dx: -12 }),
        Plot.ruleY(
          data.flatMap(({ wider, position }) => (wider === undefined ? [] : { ...wider, position })),
          { y: 'position', x1: 'low', x2: 'high', stroke: COLOURS.muted, strokeDasharray: '3,3' },
        ),
        ...estimated(data),
        ...columns,
      ],
    },
  };
}

/** The limits as a line, the estimate as a symbol on it: open ones are white within. */
function estimated(rows: readonly PlacedRow[]) {
  const colour = ({ role }: ForestRow) => COLOURS[role];
  return [
    Plot.ruleY(
      rows.filter(({ low, high }) => low !== null && high !== null),
      { y: 'position', x1: 'low', x2: 'high', stroke: colour, strokeWidth: 1.5 },
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

/** All that is drawn lies within, with a little room; what is the same for both is there too. */
function extent({ rows, noDifference, logarithmic }: Forest): readonly [number, number] {
  const values = [
    noDifference,
    ...rows.flatMap(({ estimate, low, high, wider }) => [estimate, low, high, wider?.low, wider?.high]),
  ].filter((value) => typeof value === 'number');
  if (values.length === 0) return [0, 1];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (logarithmic === true) return [low / 1.1, high * 1.1];
  const room = low === high ? 1 : (high - low) * 0.03;
  return [low - room, high + room];
}

const RATIOS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 1.5, 2, 3, 4, 5, 7, 10, 20, 50, 100, 200, 500, 1000];
const ratiosWithin = ([low, high]: readonly [number, number]) =>
  RATIOS.filter((ratio) => ratio >= low && ratio <= high);
