import * as Plot from '@observablehq/plot';
import { type PublishedResult, type PublishedRow, rowsOf } from '#shared/result-report/published-result.ts';
import { wholeTicks, xAxis, yAxis } from './axes.ts';
import { cellText, titleOfCell } from './cell-text.ts';
import { type Part, svgOf } from './drawing.ts';
import type { Figure, FigureLanguage } from './figure.ts';
import { notes } from './parts.ts';
import { COLOURS, modalityOf, SMALL_SIZE, WIDTH } from './theme.ts';

const TITLE = {
  fr: 'Diamètre moyen par patient, par séquence (tableaux 8 et 9 de la thèse)',
  en: 'Mean diameter per patient, by sequence (Tables 8 and 9 of the thesis)',
};
const DESCRIPTION = {
  fr: 'Un histogramme par séquence : nombre de patients dont le diamètre moyen des lésions est dans chaque classe.',
  en: 'A histogram for each sequence: number of patients whose mean lesion diameter lies in each class.',
};
const TEXTS = {
  fr: {
    axis: 'diamètre (mm)',
    count: 'patients',
    note: 'Au-dessus de chaque barre, le nombre de patients. La dernière classe n’a pas de borne haute. Barres pleines : IRM ; hachurées : TDM.',
  },
  en: {
    axis: 'diameter (mm)',
    count: 'patients',
    note: 'Above each bar the number of patients. The last class has no upper limit. Solid bars: MRI; hatched: CT.',
  },
};

const COLUMNS = 2;
const PANEL = { width: WIDTH / COLUMNS, height: 170 };

function draw(result: PublishedResult, language: FigureLanguage): string | undefined {
  const rows = rowsOf(result, 'measure-histograms');
  const most = Math.max(0, ...rows.map((row) => row.figure('patients') ?? 0));
  if (most === 0) return undefined;
  const panels = [...Map.groupBy(rows, (row) => row.text('sequence')).values()].map(
    (panel, position, all): Part => {
      const column = position % COLUMNS;
      return {
        ...histogram(result, panel, most, language),
        left: column * PANEL.width,
        ...(column < COLUMNS - 1 && position < all.length - 1 && { lineGoesOn: true }),
      };
    },
  );
  return svgOf(
    {
      name: 'measure-histograms',
      title: TITLE,
      description: DESCRIPTION,
      parts: [...panels, notes([TEXTS[language].note])],
    },
    language,
  );
}

function histogram(
  result: PublishedResult,
  rows: readonly PublishedRow[],
  most: number,
  language: FigureLanguage,
): Part {
  const words = TEXTS[language];
  const width = (rows[0]?.figure('below') ?? 10) - (rows[0]?.figure('from') ?? 0);
  const bars = rows.map((row) => {
    const from = row.figure('from') ?? 0;
    const to = row.figure('below') ?? from + width;
    return {
      from,
      to,
      middle: (from + to) / 2,
      patients: row.figure('patients') ?? 0,
      text: cellText(row, 'patients', language),
    };
  });
  const [first] = rows;
  const colour = COLOURS[modalityOf(first?.text('sequence') ?? '')];
  const isCt = colour === COLOURS.ct;
  const seen = bars.filter(({ patients }) => patients > 0);
  return {
    width: PANEL.width,
    height: PANEL.height,
    options: {
      ...{ marginLeft: 54, marginRight: 16, marginTop: 30, marginBottom: 42 },
      x: { domain: [bars[0]?.from ?? 0, bars.at(-1)?.to ?? 100] },
      y: { domain: [0, most * 1.12] },
      marks: [
        Plot.rectY(seen, {
          x1: 'from',
          x2: 'to',
          y: 'patients',
          fill: isCt ? COLOURS.paper : colour,
          stroke: colour,
          strokeWidth: 1.2,
          insetLeft: 1,
          insetRight: 1,
        }),
        ...(isCt ? [hatching(seen, most / HATCHES, colour)] : []),
        Plot.ruleY([0], { stroke: COLOURS.muted }),
        Plot.text(seen, { x: 'middle', y: 'patients', text: 'text', dy: -8, fontSize: SMALL_SIZE }),
        xAxis({
          language,
          title: words.axis,
          ticks: bars.filter((_, position) => position % 2 === 0).map(({ from }) => from),
        }),
        yAxis({ language, title: words.count, ticks: wholeTicks(most, 4) }),
        Plot.text(first === undefined ? [] : [titleOfCell(result, first, 'sequence', language)], {
          ...{
            frameAnchor: 'top-left',
            textAnchor: 'start',
            lineAnchor: 'bottom',
            dy: -10,
            fontWeight: 'bold',
          },
        }),
      ],
    },
  };
}

/** As many lines as the highest bar has. */
const HATCHES = 24;

/** Lines across the bars, so that grey print tells them from the others. */
const hatching = (
  bars: readonly { readonly from: number; readonly to: number; readonly patients: number }[],
  step: number,
  stroke: string,
) =>
  Plot.ruleY(
    bars.flatMap(({ from, to, patients }) =>
      Array.from({ length: Math.ceil(patients / step) }, (_, line) => ({ from, to, y: line * step })),
    ),
    { x1: 'from', x2: 'to', y: 'y', stroke, insetLeft: 1, insetRight: 1 },
  );

export const MEASURE_HISTOGRAMS: Figure = { name: 'measure-histograms', title: TITLE, draw };
