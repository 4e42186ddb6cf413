import * as Plot from '@observablehq/plot';
import type { PublishedResult, PublishedRow } from '#shared/result-report/published-result.ts';
import { wholeTicks, xAxis } from './axes.ts';
import { cellText, titleOfCell } from './cell-text.ts';
import type { Part } from './drawing.ts';
import type { FigureLanguage } from './figure.ts';
import { widest } from './text-width.ts';
import { COLOURS, SMALL_SIZE, TEXT_SIZE } from './theme.ts';

const RESPONSES = ['cr', 'pr', 'sd', 'pd', 'ne'] as const;
const AXIS = { fr: 'patients, dernier suivi', en: 'patients, last follow-up' };
const ROW = 28;
const TOP = 12;
const BOTTOM = 42;

/** How many patients of each modality and sequence have each response: a bar of parts, each with its name and number. */
export function responseBars(
  result: PublishedResult,
  rows: readonly PublishedRow[],
  language: FigureLanguage,
): Part {
  const bars = rows.flatMap((row) => {
    let from = 0;
    return RESPONSES.flatMap((response) => {
      const patients = row.figure(response) ?? 0;
      if (patients === 0) return [];
      const part = {
        ...{ method: titleOfCell(result, row, 'method', language), from, to: from + patients },
        text: `${response.toUpperCase()} ${cellText(row, response, language)}`,
        isProgression: response === 'pd',
      };
      from += patients;
      return [part];
    });
  });
  const most = Math.max(1, ...bars.map(({ to }) => to));
  const methods = rows.map((row) => titleOfCell(result, row, 'method', language));
  const labels = widest(methods, TEXT_SIZE);
  const texts = bars.filter(
    ({ from, to, text }) => ((to - from) / most) * (WIDTH_OF_PLOT - labels) > widest([text], SMALL_SIZE) + 6,
  );
  const bar = { y: 'method', x1: 'from', x2: 'to' };
  const text = {
    y: 'method',
    x: ({ from, to }: (typeof bars)[number]) => (from + to) / 2,
    text: 'text',
    fontSize: SMALL_SIZE,
  };
  return {
    height: TOP + rows.length * ROW + BOTTOM,
    options: {
      ...{ marginLeft: labels + 24, marginRight: 20, marginTop: TOP, marginBottom: BOTTOM },
      x: { domain: [0, most] },
      y: { type: 'band', domain: methods, padding: 0.2, axis: null },
      marks: [
        Plot.barX(bars, { ...bar, stroke: COLOURS.ink, fill: COLOURS.paper }),
        Plot.barX(
          bars.filter(({ isProgression }) => isProgression),
          { ...bar, stroke: COLOURS.ink, fill: COLOURS.grid },
        ),
        Plot.text(texts, text),
        Plot.text(methods, {
          y: (method: string) => method,
          text: (method: string) => method,
          frameAnchor: 'left',
          textAnchor: 'end',
          dx: -12,
        }),
        xAxis({ language, title: AXIS[language], ticks: wholeTicks(most, 6) }),
      ],
    },
  };
}

/** Between the margins, without the labels, in px. */
const WIDTH_OF_PLOT = 676;
