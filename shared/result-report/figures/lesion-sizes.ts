import * as Plot from '@observablehq/plot';
import type { PublishedResult } from '#shared/result-report/published-result.ts';
import { diffusionBySize, modalitiesBySize } from '#shared/result-report/sentences/lesion-sizes.ts';
import { xAxis, xGrid } from './axes.ts';
import { reasonsOf } from './cell-text.ts';
import { type Part, svgOf } from './drawing.ts';
import type { Figure, FigureLanguage } from './figure.ts';
import { estimates, forestColumns } from './forest-marks.ts';
import { extent } from './forest-scale.ts';
import { type SizeRow, sizeRows } from './lesion-size-rows.ts';
import { notes, signs } from './parts.ts';
import { widest } from './text-width.ts';
import { COLOURS, SMALL_SIZE, TEXT_SIZE } from './theme.ts';

const TITLE = {
  fr: 'Détection selon la taille, métastases listées une à une',
  en: 'Detection by size, metastases listed one by one',
};
const DESCRIPTION = {
  fr: 'Pour IRM et TDM, puis pour la diffusion et chaque autre séquence, la part des métastases que chacune montre, par taille, et la différence des parts avec son intervalle de confiance à 95 % par patient.',
  en: 'For MRI and CT, then for diffusion and each other sequence, the share of the metastases that each shows, by size, and the difference of the shares with its 95% confidence interval by patient.',
};
const TEXTS = {
  fr: {
    axis: 'différence des parts vues, en points (première − seconde)',
    headings: ['n', 'première %', 'seconde %', 'différence [IC à 95 %]'],
    significant: 'plein : p (Holm) < 0,05',
    open: 'vide : p (Holm) ≥ 0,05, ou sans p',
    note: 'n : métastases listées de cette taille, évaluables des deux.',
    missing: 'Sans différence ou sans intervalle : ',
  },
  en: {
    axis: 'difference of the shares seen, in points (first − second)',
    headings: ['n', 'first %', 'second %', 'difference [95% CI]'],
    significant: 'filled: p (Holm) < 0.05',
    open: 'open: p (Holm) ≥ 0.05, or no p',
    note: 'n: listed metastases of this size, assessable on both.',
    missing: 'Without a difference or an interval: ',
  },
};

const ROW = 18;
const GAP = 14;
const MARGIN = { top: 26, bottom: 44 };

function draw(result: PublishedResult, language: FigureLanguage): string | undefined {
  const rows = [...modalitiesBySize(result), ...diffusionBySize(result)];
  if (rows.every((row) => row.figure('difference') === null)) return undefined;
  const words = TEXTS[language];
  const reasons = ['reason', 'difference_reason'].flatMap((column) =>
    reasonsOf(result, rows, column, language),
  );
  return svgOf(
    {
      name: 'lesion-sizes',
      title: TITLE,
      description: DESCRIPTION,
      parts: [
        plot(sizeRows(result, rows, language), language),
        signs([
          { role: 'ink', symbol: 'diamond', text: words.significant, filled: true },
          { role: 'ink', symbol: 'diamond', text: words.open, filled: false },
        ]),
        notes([words.note, ...[...new Set(reasons)].map((reason) => `${words.missing}${reason}.`)]),
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
  const sizes = rows.filter(({ isHeading }) => !isHeading);
  const label = { y: 'position', text: 'label', frameAnchor: 'left' } as const;
  const left =
    32 +
    widest(
      sizes.map(({ label: text }) => text),
      TEXT_SIZE,
    );
  return {
    height: MARGIN.top + rows.length * ROW + MARGIN.bottom,
    options: {
      ...{ marginLeft: left, marginRight: GAP + widths.reduce((sum, width) => sum + width, 0) },
      ...{ marginTop: MARGIN.top, marginBottom: MARGIN.bottom },
      x: { domain: extent({ rows, headings, axisTitle: axis, noDifference: 0, language }), nice: true },
      y: { type: 'point', domain: rows.map(({ position }) => position), padding: 0.5, axis: null },
      marks: [
        xGrid(5),
        Plot.ruleX([0], { stroke: COLOURS.ink }),
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
        Plot.text(sizes, { ...label, textAnchor: 'end', dx: -12 }),
        ...estimates(sizes),
        ...forestColumns(sizes, headings, widths, GAP),
      ],
    },
  };
}

export const LESION_SIZES: Figure = { name: 'lesion-sizes', title: TITLE, draw };
