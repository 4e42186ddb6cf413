import * as Plot from '@observablehq/plot';
import { xAxis, xGrid } from './axes.ts';
import type { Part } from './drawing.ts';
import { estimates, forestColumns, type PlacedRow } from './forest-marks.ts';
import type { Forest } from './forest-row.ts';
import { extent } from './forest-scale.ts';
import { widest } from './text-width.ts';
import { COLOURS, SMALL_SIZE, TEXT_SIZE } from './theme.ts';

const ROW = 16;
const GAP = 14;
const MARGIN = { top: 26, bottom: 44 };

/** A heading over rows, which has no estimate, or a row under it. */
export interface GroupedRow extends PlacedRow {
  readonly isHeading: boolean;
}

interface GroupedForest extends Forest {
  readonly rows: readonly GroupedRow[];
}

/** A forest plot of many rows, close together, each group of them under its heading. */
export function groupedForest(plan: GroupedForest): Part {
  const { rows, headings, axisTitle, noDifference, language } = plan;
  const widths = headings.map(
    (title, column) => GAP + widest([title, ...rows.map(({ texts }) => texts[column] ?? '')], SMALL_SIZE),
  );
  const shown = rows.filter(({ isHeading }) => !isHeading);
  const label = { y: 'position', text: 'label', frameAnchor: 'left' } as const;
  const left =
    32 +
    widest(
      shown.map(({ label: text }) => text),
      TEXT_SIZE,
    );
  return {
    height: MARGIN.top + rows.length * ROW + MARGIN.bottom,
    options: {
      ...{ marginLeft: left, marginRight: GAP + widths.reduce((sum, width) => sum + width, 0) },
      ...{ marginTop: MARGIN.top, marginBottom: MARGIN.bottom },
      x: { domain: plan.domain ?? extent(plan), nice: plan.domain === undefined },
      y: { type: 'point', domain: rows.map(({ position }) => position), padding: 0.5, axis: null },
      marks: [
        xGrid(5),
        ...(noDifference === undefined ? [] : [Plot.ruleX([noDifference], { stroke: COLOURS.ink })]),
        xAxis({ language, title: axisTitle, ticks: 5 }),
        Plot.text(
          rows.filter(({ isHeading }) => isHeading),
          {
            ...label,
            textAnchor: 'start',
            dx: 12 - left,
            fontWeight: 'bold',
            stroke: COLOURS.paper,
            strokeWidth: 4,
            fill: COLOURS.ink,
          },
        ),
        Plot.text(shown, { ...label, textAnchor: 'end', dx: -12 }),
        ...estimates(shown),
        ...forestColumns(rows, headings, widths, GAP),
      ],
    },
  };
}
