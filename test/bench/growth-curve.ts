import * as Plot from '@observablehq/plot';
import { sameInBoth } from '#shared/language.ts';
import { svgOf } from '#shared/result-report/figures/drawing.ts';
import { isMeasured } from './measured-run.ts';
import type { Costs } from './page.ts';

/** What a curve shows: the points of one program, of sizes that it could do. */
export interface Curve {
  readonly name: string;
  readonly points: readonly { readonly size: number; readonly value: number }[];
}

/** What is less is nothing on a logarithmic axis. */
const LEAST_SECONDS = 1e-4;
/** Told apart by whoever sees few colours, too (Okabe & Ito). */
const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7'];

/** Curves on two logarithmic axes, as an SVG picture: a straight line grows as a power of the size. */
export function growthCurves(
  curves: readonly Curve[],
  axes: { readonly x: string; readonly y: string },
): string {
  const names = curves.map(({ name }) => name);
  const points = curves.flatMap(({ name, points: own }) => own.map((point) => ({ name, ...point })));
  const at = { x: 'size', y: 'value' };
  const options: Plot.PlotOptions = {
    marginLeft: 60,
    marginRight: 120,
    x: { type: 'log', label: axes.x, grid: true, nice: true, tickFormat: ',' },
    y: { type: 'log', label: axes.y, grid: true, nice: true, tickFormat: '~r' },
    color: { domain: names, range: COLOURS },
    marks: [
      Plot.line(points, { ...at, z: 'name', stroke: 'name', strokeWidth: 2 }),
      Plot.dot(points, { ...at, fill: 'name' }),
      // Where curves end close together, their names stand above one another.
      ...curves.map(({ name, points: own }, position) =>
        Plot.text(own.slice(-1), {
          ...at,
          text: [name],
          fill: COLOURS[position % COLOURS.length] ?? null,
          textAnchor: 'start',
          dx: 8,
          dy: position === 0 ? -5 : 6,
        }),
      ),
    ],
  };
  return svgOf(
    {
      name: 'growth',
      title: sameInBoth(`${axes.y}, ${axes.x}`),
      description: sameInBoth(names.join(', ')),
      parts: [{ height: 400, options }],
    },
    'en',
  );
}

/** One curve for each program, of the sizes at which it was measured. */
export const curvesOf = (bySize: ReadonlyMap<number, Costs>, names: readonly string[]): readonly Curve[] =>
  names.map((name) => ({
    name,
    points: [...bySize].flatMap(([size, costs]) => {
      const run = costs.get(name);
      return run !== undefined && isMeasured(run)
        ? [{ size, value: Math.max(run.seconds, LEAST_SECONDS) }]
        : [];
    }),
  }));
