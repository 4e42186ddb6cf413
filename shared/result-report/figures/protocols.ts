import * as Plot from '@observablehq/plot';
import { type PublishedResult, type PublishedRow, rowsOf } from '#shared/result-report/published-result.ts';
import { capitalised } from '#shared/typography.ts';
import { xAxis, xGrid } from './axes.ts';
import { cellText, reasonsOf, titleOfCell } from './cell-text.ts';
import { type Part, svgOf } from './drawing.ts';
import type { Figure, FigureLanguage } from './figure.ts';
import { heading, notes } from './parts.ts';
import { wrapped } from './text-width.ts';
import { COLOURS, modalityOf, SMALL_SIZE, SYMBOLS, TEXT_SIZE } from './theme.ts';

const TITLE = {
  fr: 'Ce que montre chaque protocole, au moins et au plus, foie entier',
  en: 'What each protocol shows, at least and at most, whole liver',
};
const DESCRIPTION = {
  fr: 'Part des métastases de la modalité que montrent des séquences ensemble : barre du minimum au maximum possibles d’après les nombres ; trait fin : intervalle de confiance à 95 % des deux.',
  en: 'Share of the metastases of the modality that sequences show together: a bar from the least to the most that the numbers allow; thin line: 95% confidence interval of both.',
};
const TEXTS = {
  fr: {
    axis: '% des métastases de la modalité',
    range: 'métastases',
    share: '%',
    note: 'Deux signes : au moins et au plus ; un seul : la part est exacte. Trait fin : de la borne basse de l’un à la borne haute de l’autre (IC à 95 % par patient).',
    missing: 'Sans intervalle : ',
  },
  en: {
    axis: '% of the metastases of the modality',
    range: 'metastases',
    share: '%',
    note: 'Two signs: at least and at most; one: the share is exact. Thin line: from the lower limit of the one to the upper limit of the other (95% CI by patient).',
    missing: 'Without an interval: ',
  },
};

const LABEL_WIDTH = 296;
const ROW = 30;
const MARGINS = { top: 24, bottom: 40, right: 170 };

function draw(result: PublishedResult, language: FigureLanguage): string | undefined {
  const rows = rowsOf(result, 'protocols').filter((row) => row.text('side') === 'whole');
  if (rows.every((row) => row.figure('at_least_share') === null)) return undefined;
  const words = TEXTS[language];
  const reasons = ['at_least_share_reason', 'at_most_share_reason'].flatMap((column) =>
    reasonsOf(result, rows, column, language),
  );
  const groups = [...Map.groupBy(rows, (row) => row.text('modality')).values()];
  return svgOf(
    {
      name: 'protocols',
      title: TITLE,
      description: DESCRIPTION,
      parts: [
        ...groups.flatMap((group) => panel(result, group, language)),
        notes([words.note, ...[...new Set(reasons)].map((reason) => `${words.missing}${reason}.`)]),
      ],
    },
    language,
  );
}

/** `861–864`, or one figure where both are the same. */
function range(row: PublishedRow, columns: readonly [string, string], language: FigureLanguage): string {
  const [least, most] = columns.map((column) => cellText(row, column, language));
  return least === most ? `${least}` : `${least} – ${most}`;
}

function panel(
  result: PublishedResult,
  rows: readonly PublishedRow[],
  language: FigureLanguage,
): readonly Part[] {
  const [first] = rows;
  if (first === undefined) return [];
  const words = TEXTS[language];
  const modality = modalityOf(first.text('modality'));
  const data = rows.map((row) => ({
    protocol: row.text('protocol'),
    label: wrapped(capitalised(titleOfCell(result, row, 'protocol', language)), LABEL_WIDTH, TEXT_SIZE).join(
      '\n',
    ),
    least: row.figure('at_least_share'),
    most: row.figure('at_most_share'),
    low: row.figure('at_least_share_low'),
    high: row.figure('at_most_share_high'),
    range: range(row, ['at_least', 'at_most'], language),
    share: range(row, ['at_least_share', 'at_most_share'], language),
  }));
  const shares = 84;
  const inRow = { y: 'protocol', frameAnchor: 'right', textAnchor: 'end', fontSize: SMALL_SIZE } as const;
  const lesions = `${cellText(first, 'lesions', language)} ${words.range}`;
  const title = `${titleOfCell(result, first, 'modality', language)} (${lesions})`;
  const atTop = {
    frameAnchor: 'top-right',
    textAnchor: 'end',
    lineAnchor: 'top',
    dy: -20,
    fontSize: SMALL_SIZE,
    fill: COLOURS.muted,
  } as const;
  const paint = { stroke: COLOURS[modality] };
  const signs = { y: 'protocol', symbol: SYMBOLS[modality], r: 4.5, fill: COLOURS[modality] } as const;
  const right = { range: MARGINS.right - 8 - shares, share: MARGINS.right - 8 };
  const plot: Part = {
    height: MARGINS.top + data.length * ROW + MARGINS.bottom,
    options: {
      ...{
        marginLeft: LABEL_WIDTH + 28,
        marginRight: MARGINS.right,
        marginTop: MARGINS.top,
        marginBottom: MARGINS.bottom,
      },
      x: { domain: [0, 100] },
      y: { type: 'point', domain: data.map(({ protocol }) => protocol), padding: 0.5, axis: null },
      marks: [
        xGrid(5),
        xAxis({ language, title: words.axis, ticks: 5 }),
        Plot.ruleY(
          data.filter(({ low, high }) => low !== null && high !== null),
          { y: 'protocol', x1: 'low', x2: 'high', ...paint, strokeWidth: 1.2 },
        ),
        Plot.ruleY(
          data.filter(({ least, most }) => least !== null && most !== null),
          { y: 'protocol', x1: 'least', x2: 'most', ...paint, strokeWidth: 6 },
        ),
        Plot.dot(
          data.filter(({ least }) => least !== null),
          { x: 'least', ...signs },
        ),
        Plot.dot(
          data.filter(({ most }) => most !== null),
          { x: 'most', ...signs },
        ),
        Plot.text(data, { y: 'protocol', text: 'label', frameAnchor: 'left', textAnchor: 'end', dx: -14 }),
        Plot.text(data, { ...inRow, text: 'range', dx: right.range }),
        Plot.text(data, { ...inRow, text: 'share', dx: right.share }),
        Plot.text([words.range], { ...atTop, dx: right.range }),
        Plot.text([words.share], { ...atTop, dx: right.share }),
      ],
    },
  };
  return [heading(title), plot];
}

export const PROTOCOLS: Figure = { name: 'protocols', title: TITLE, draw };
