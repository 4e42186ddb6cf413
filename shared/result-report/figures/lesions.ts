import * as Plot from '@observablehq/plot';
import type { Modality } from '#shared/protocol/sequences.ts';
import { type PublishedResult, rowsOf } from '#shared/result-report/published-result.ts';
import { capitalised } from '#shared/typography.ts';
import { wholeTicks, xAxis } from './axes.ts';
import { cellText, titleOfCell } from './cell-text.ts';
import { type Part, svgOf } from './drawing.ts';
import type { Figure, FigureLanguage } from './figure.ts';
import { modalitySigns, notes, signs } from './parts.ts';
import { widest } from './text-width.ts';
import { COLOURS, modalityOf, ROW_HEIGHT, SMALL_SIZE, SYMBOLS, TEXT_SIZE, WIDTH } from './theme.ts';

const TITLE = {
  fr: 'Métastases vues, par séquence et par côté',
  en: 'Metastases seen, by sequence and side',
};
const DESCRIPTION = {
  fr: 'Pour chaque séquence et pour le total de chaque modalité, le nombre de métastases sur tous les couples, dans le foie entier, à droite et à gauche.',
  en: 'For each sequence and for the total of each modality, the number of metastases on all pairs, in the whole liver, right and left.',
};
const TEXTS = {
  fr: { axis: 'métastases', note: 'Nombre sur tous les couples et, entre parenthèses, moyenne par couple.' },
  en: { axis: 'metastases', note: 'Number on all pairs and, in brackets, mean per pair.' },
};

const TOP = 26;
const BOTTOM = 42;

interface Point {
  readonly side: string;
  readonly sequence: string;
  readonly total: number | null;
  readonly modality: Modality;
  readonly text: string;
}

function draw(result: PublishedResult, language: FigureLanguage): string | undefined {
  const points = rowsOf(result, 'counts').map((row) => ({
    side: capitalised(titleOfCell(result, row, 'side', language)),
    sequence: titleOfCell(result, row, 'sequence', language),
    total: row.figure('total'),
    modality: modalityOf(row.text('sequence')),
    text: `${cellText(row, 'total', language)} (${cellText(row, 'mean_per_pair', language)})`,
  }));
  if (points.every(({ total }) => total === null)) return undefined;
  const words = TEXTS[language];
  return svgOf(
    {
      name: 'lesions',
      title: TITLE,
      description: DESCRIPTION,
      parts: [...sidesOf(points, language), signs(modalitySigns(result, language)), notes([words.note])],
    },
    language,
  );
}

/** The sides of the liver beside one another, on the same axis; the first is wider by the names of the sequences. */
function sidesOf(points: readonly Point[], language: FigureLanguage): readonly Part[] {
  const most = Math.max(1, ...points.map(({ total }) => total ?? 0));
  const names =
    widest(
      points.map(({ sequence }) => sequence),
      TEXT_SIZE,
    ) + 20;
  const texts =
    widest(
      points.map(({ text }) => text),
      SMALL_SIZE,
    ) + 24;
  const sides = [...Map.groupBy(points, ({ side }) => side).values()];
  const width = (WIDTH - names) / sides.length;
  return sides.map((side, position) => {
    const margin = position === 0 ? names : 0;
    return {
      left: position === 0 ? 0 : names + position * width,
      width: margin + width,
      height: TOP + side.length * ROW_HEIGHT + BOTTOM,
      ...(position < sides.length - 1 && { lineGoesOn: true }),
      options: {
        ...{ marginLeft: margin + 12, marginRight: texts, marginTop: TOP, marginBottom: BOTTOM },
        x: { domain: [0, most] },
        y: { type: 'point', domain: side.map(({ sequence }) => sequence), padding: 0.5, axis: null },
        marks: [...marksOf(side, most, language), ...(position === 0 ? [namesOf(side)] : [])],
      },
    };
  });
}

const namesOf = (side: readonly Point[]) =>
  Plot.text(side, { y: 'sequence', text: 'sequence', frameAnchor: 'left', textAnchor: 'end', dx: -14 });

const marksOf = (side: readonly Point[], most: number, language: FigureLanguage) => [
  Plot.ruleX([0], { stroke: COLOURS.muted }),
  xAxis({ language, title: TEXTS[language].axis, ticks: wholeTicks(most, 5) }),
  Plot.dot(side, {
    ...{ x: 'total', y: 'sequence', r: 4.5 },
    symbol: ({ modality }: Point) => SYMBOLS[modality],
    fill: ({ modality }: Point) => COLOURS[modality],
  }),
  Plot.text(side, {
    x: 'total',
    y: 'sequence',
    text: 'text',
    textAnchor: 'start',
    dx: 9,
    fontSize: SMALL_SIZE,
  }),
  Plot.text(side.slice(0, 1), {
    ...{ text: 'side', frameAnchor: 'top-left', textAnchor: 'start', lineAnchor: 'bottom', dy: -10 },
    fontWeight: 'bold',
  }),
];

export const LESIONS: Figure = { name: 'lesions', title: TITLE, draw };
