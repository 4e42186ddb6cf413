import * as Plot from '@observablehq/plot';
import type { PublishedResult, PublishedRow } from '#shared/result-report/published-result.ts';
import { xAxis, yAxis } from './axes.ts';
import { cellText, comparisonText } from './cell-text.ts';
import type { Part } from './drawing.ts';
import type { FigureLanguage } from './figure.ts';
import { onePath } from './one-path.ts';
import { notes } from './parts.ts';
import { differenceOf } from './points.ts';
import { apart } from './texts-apart.ts';
import { COLOURS, SMALL_SIZE, WIDTH } from './theme.ts';

const TEXTS = {
  fr: {
    x: 'moyenne des deux, mm',
    y: 'différence, mm',
    note: 'Une lésion : une croix. Trait plein : biais ; tirets : limites d’accord ; bandes grises : leurs intervalles de confiance à 95 % par patient. À droite : limite supérieure, biais, limite inférieure.',
  },
  en: {
    x: 'mean of both, mm',
    y: 'difference, mm',
    note: 'A lesion: a cross. Solid line: bias; dashes: limits of agreement; grey bands: their 95% confidence intervals by patient. Right: upper limit, bias, lower limit.',
  },
};

const COLUMNS = 2;
const PANEL = { width: WIDTH / COLUMNS, height: 176 };
const MARGINS = { marginLeft: 58, marginRight: 44, marginTop: 28, marginBottom: 42 };
const LINES = ['upper_limit', 'bias', 'lower_limit'] as const;

interface Lesion {
  /** The mean of its two diameters, and their difference, in mm. */
  readonly x: number;
  readonly y: number;
}

const lesionsOf = (row: PublishedRow, points: readonly PublishedRow[]): readonly Lesion[] =>
  points.flatMap((point) => {
    const [first, second] = [row.text('first'), row.text('second')];
    const difference = differenceOf(point, first, second);
    const value = point.figure(second);
    return difference === null || value === null ? [] : [{ x: value + difference / 2, y: difference }];
  });

/** A plot for each comparison, all on the same axes: each lesion by the mean and the difference of its diameters. */
export function blandAltmanPanels(
  result: PublishedResult,
  rows: readonly PublishedRow[],
  points: readonly PublishedRow[],
  language: FigureLanguage,
): readonly Part[] {
  const plots = rows.map((row) => ({ row, lesions: lesionsOf(row, points) }));
  const all = plots.flatMap(({ lesions }) => lesions);
  const limits = rows.flatMap((row) =>
    LINES.flatMap((line) =>
      [line, `${line}_low`, `${line}_high`].flatMap((column) => row.figure(column) ?? []),
    ),
  );
  const means = all.map(({ x: mean }) => mean);
  const differences = [0, ...limits, ...all.map(({ y: difference }) => difference)];
  const x = { domain: [0, Math.max(1, ...means) * 1.03], nice: true };
  const y = { domain: [Math.min(...differences), Math.max(...differences)], nice: true };
  const panels = plots.map(({ row, lesions }, position): Part => {
    const column = position % COLUMNS;
    return {
      ...PANEL,
      left: column * PANEL.width,
      ...(column < COLUMNS - 1 && position < rows.length - 1 && { lineGoesOn: true }),
      options: {
        ...MARGINS,
        x,
        y,
        marks: [...marksOf(result, row, lesions, y.domain, language)],
      },
    };
  });
  return [...panels, notes([TEXTS[language].note])];
}

function marksOf(
  result: PublishedResult,
  row: PublishedRow,
  lesions: readonly Lesion[],
  [lowest = 0, highest = 1]: readonly number[],
  language: FigureLanguage,
): readonly Plot.Markish[] {
  const words = TEXTS[language];
  const lines = LINES.flatMap((line) => {
    const y = row.figure(line);
    const [low, high] = [row.figure(`${line}_low`), row.figure(`${line}_high`)];
    return y === null ? [] : [{ line, y, low, high, text: cellText(row, line, language) }];
  });
  const unit = (highest - lowest) / (PANEL.height - MARGINS.marginTop - MARGINS.marginBottom);
  const texts = apart(lines, 12 * unit);
  return [
    Plot.rectY(
      lines.filter(({ low, high }) => low !== null && high !== null),
      { y1: 'low', y2: 'high', fill: COLOURS.grid, fillOpacity: 0.6 },
    ),
    Plot.ruleY([0], { stroke: COLOURS.muted }),
    Plot.ruleY(
      lines.filter(({ line }) => line === 'bias'),
      { y: 'y', stroke: COLOURS.ink, strokeWidth: 1.5 },
    ),
    Plot.ruleY(
      lines.filter(({ line }) => line !== 'bias'),
      { y: 'y', stroke: COLOURS.ink, strokeDasharray: '5,3' },
    ),
    onePath([{ points: lesions, role: 'ink', strokes: 'h5m-2.5-2.5v5', begin: [-2.5, 0] }]),
    Plot.text(texts, {
      y: 'y',
      text: 'text',
      frameAnchor: 'right',
      textAnchor: 'start',
      dx: 5,
      fontSize: SMALL_SIZE,
    }),
    xAxis({ language, title: words.x, ticks: 4 }),
    yAxis({ language, title: words.y, ticks: 4 }),
    Plot.text([comparisonText(result, row, language)], {
      ...{ frameAnchor: 'top-left', textAnchor: 'start', lineAnchor: 'bottom', dy: -9, fontWeight: 'bold' },
    }),
  ];
}
