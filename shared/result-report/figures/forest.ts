import * as Plot from '@observablehq/plot';
import { xAxis, xGrid } from './axes.ts';
import type { Part } from './drawing.ts';
import { estimates, forestColumns, type PlacedRow, ticks } from './forest-marks.ts';
import type { Forest } from './forest-row.ts';
import { extent, ratiosWithin } from './forest-scale.ts';
import { widest } from './text-width.ts';
import { COLOURS, ROW_HEIGHT, SMALL_SIZE, TEXT_SIZE } from './theme.ts';

const GAP = 14;
const TOP = 26;
const BOTTOM = 44;

/** Estimates with their limits, one below the other, and their figures beside them. */
export function forest(plan: Forest): Part {
  const { rows, headings, language, noDifference, logarithmic = false } = plan;
  const widths = headings.map(
    (title, column) => GAP + widest([title, ...rows.map(({ texts }) => texts[column] ?? '')], SMALL_SIZE),
  );
  const labels = rows.map(({ label }) => label);
  const height = ROW_HEIGHT + (rows.some(({ points }) => points !== undefined) ? 10 : 0);
  const data: readonly PlacedRow[] = rows.map((row, position) => ({ ...row, position }));
  const domain = plan.domain ?? extent(plan);
  const at = logarithmic ? ratiosWithin(domain) : 6;
  return {
    height: TOP + rows.length * height + BOTTOM,
    options: {
      marginLeft: 24 + widest(labels, TEXT_SIZE),
      marginRight: GAP + widths.reduce((sum, width) => sum + width, 0),
      marginTop: TOP,
      marginBottom: BOTTOM,
      x: {
        type: logarithmic ? 'log' : 'linear',
        domain,
        nice: plan.domain === undefined && !logarithmic,
      },
      y: { type: 'point', domain: data.map(({ position }) => position), padding: 0.5, axis: null },
      marks: [
        xGrid(at),
        ...(noDifference === undefined ? [] : [Plot.ruleX([noDifference], { stroke: COLOURS.ink })]),
        xAxis({ language, title: plan.axisTitle, ticks: at }),
        Plot.text(data, { y: 'position', text: 'label', frameAnchor: 'left', textAnchor: 'end', dx: -12 }),
        ticks(data),
        ...estimates(data),
        ...forestColumns(data, headings, widths, GAP),
      ],
    },
  };
}
