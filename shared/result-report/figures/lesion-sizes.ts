import * as Plot from '@observablehq/plot';
import type { PublishedResult } from '#shared/result-report/published-result.ts';
import { shownBySize } from '#shared/result-report/sentences/lesion-sizes.ts';
import { xAxis, xGrid } from './axes.ts';
import { reasonsOf } from './cell-text.ts';
import { type Part, svgOf } from './drawing.ts';
import type { Figure, FigureLanguage } from './figure.ts';
import { estimates, forestColumns } from './forest-marks.ts';
import { type SizeRow, sizeRows } from './lesion-size-rows.ts';
import { modalitySigns, notes, signs } from './parts.ts';
import { widest } from './text-width.ts';
import { COLOURS, SMALL_SIZE, TEXT_SIZE } from './theme.ts';

const TITLE = {
  fr: 'Détection selon la taille, métastases listées une à une',
  en: 'Detection by size, metastases listed one by one',
};
const DESCRIPTION = {
  fr: 'Par taille, la part des métastases évaluables que montre chaque séquence, et que montre chaque modalité entière, avec son intervalle de confiance à 95 % par patient.',
  en: 'By size, the share of the assessable metastases that each sequence shows, and that each whole modality shows, with its 95% confidence interval by patient.',
};
const TEXTS = {
  fr: {
    axis: 'part vue des métastases évaluables, %',
    headings: ['vues', 'évaluables', 'part [IC à 95 %]'],
    filled: 'plein : une séquence',
    open: 'vide : toutes les séquences de la modalité',
    missing: 'Sans part ou sans intervalle : ',
  },
  en: {
    axis: 'share seen of the assessable metastases, %',
    headings: ['seen', 'assessable', 'share [95% CI]'],
    filled: 'filled: one sequence',
    open: 'open: all sequences of the modality',
    missing: 'Without a share or an interval: ',
  },
};

const ROW = 16;
const GAP = 14;
const MARGIN = { top: 26, bottom: 44 };

function draw(result: PublishedResult, language: FigureLanguage): string | undefined {
  const rows = shownBySize(result);
  if (rows.every((row) => row.figure('share') === null)) return undefined;
  const words = TEXTS[language];
  const reasons = reasonsOf(result, rows, 'reason', language);
  return svgOf(
    {
      name: 'lesion-sizes',
      title: TITLE,
      description: DESCRIPTION,
      parts: [
        plot(sizeRows(result, rows, language), language),
        signs([
          ...modalitySigns(result, language),
          { role: 'ink', symbol: 'diamond', text: words.filled, filled: true },
          { role: 'ink', symbol: 'diamond', text: words.open, filled: false },
        ]),
        notes(reasons.map((reason) => `${words.missing}${reason}.`)),
      ],
    },
    language,
  );
}

function plot(rows: readonly SizeRow[], language: FigureLanguage): Part {
  const { headings, axis } = TEXTS[language];
  const widths = headings.map(
    (title, column) => GAP + widest([title, ...rows.map(({ texts }) => texts[column] ?? '')], SMALL_SIZE),
  );
  const shares = rows.filter(({ isHeading }) => !isHeading);
  const label = { y: 'position', text: 'label', frameAnchor: 'left' } as const;
  const left =
    32 +
    widest(
      shares.map(({ label: text }) => text),
      TEXT_SIZE,
    );
  return {
    height: MARGIN.top + rows.length * ROW + MARGIN.bottom,
    options: {
      ...{ marginLeft: left, marginRight: GAP + widths.reduce((sum, width) => sum + width, 0) },
      ...{ marginTop: MARGIN.top, marginBottom: MARGIN.bottom },
      x: { domain: [0, 100] },
      y: { type: 'point', domain: rows.map(({ position }) => position), padding: 0.5, axis: null },
      marks: [
        xGrid(5),
        xAxis({ language, title: axis, ticks: 5 }),
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
        Plot.text(shares, { ...label, textAnchor: 'end', dx: -12 }),
        ...estimates(shares),
        ...forestColumns(rows, headings, widths, GAP),
      ],
    },
  };
}

export const LESION_SIZES: Figure = { name: 'lesion-sizes', title: TITLE, draw };
