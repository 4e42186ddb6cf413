import * as Plot from '@observablehq/plot';
import { axisText } from './axis-text.ts';
import type { FigureLanguage } from './figure.ts';
import { COLOURS, SMALL_SIZE } from './theme.ts';

interface Axis {
  readonly language: FigureLanguage;
  readonly title: string;
  /** How many, or at which values. */
  readonly ticks: number | readonly number[];
}

const STEPS = [1, 2, 5].flatMap((digit) => [0, 1, 2, 3, 4, 5].map((power) => digit * 10 ** power));

/** Ticks of things that are counted, at whole numbers from 0 on: at most so many steps. */
export function wholeTicks(most: number, steps: number): readonly number[] {
  const step = STEPS.toSorted((a, b) => a - b).find((candidate) => most / candidate <= steps) ?? most;
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, position) => position * step);
}

const shared = ({ language, title, ticks }: Axis) => ({
  ...{ className: 'ctmri-axis', fontSize: SMALL_SIZE, stroke: COLOURS.muted, labelArrow: 'none' as const },
  ...{ label: title, labelAnchor: 'center' as const, ticks: typeof ticks === 'number' ? ticks : [...ticks] },
  tickFormat: (value: number) => axisText(value, language),
});

export const xAxis = (axis: Axis) => Plot.axisX({ ...shared(axis), labelOffset: 35 });
export const yAxis = (axis: Axis) => Plot.axisY({ ...shared(axis), labelOffset: 46 });

export const xGrid = (ticks: number | readonly number[]) =>
  Plot.gridX({
    stroke: COLOURS.grid,
    strokeOpacity: 1,
    ticks: typeof ticks === 'number' ? ticks : [...ticks],
  });
