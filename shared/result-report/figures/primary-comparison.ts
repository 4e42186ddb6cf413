import { type PublishedResult, rowsOf } from '#shared/result-report/published-result.ts';
import { capitalised } from '#shared/typography.ts';
import {
  cellText,
  comparisonText,
  type EstimateColumns,
  estimateOf,
  reasonsOf,
  titleOfCell,
  withLimits,
} from './cell-text.ts';
import { svgOf } from './drawing.ts';
import type { Figure, FigureLanguage } from './figure.ts';
import { forest } from './forest.ts';
import { MEAN_DIFFERENCE } from './mean-difference.ts';
import { heading, notes } from './parts.ts';

const TITLE = {
  fr: 'Comparaison principale : métastases vues en IRM et en TDM',
  en: 'Primary comparison: metastases seen on MRI and on CT',
};
const DESCRIPTION = {
  fr: 'Foie entier, foie droit et foie gauche : en haut la différence moyenne par couple, en bas le rapport des nombres, chacun avec son intervalle de confiance à 95 % par patient.',
  en: 'Whole, right and left liver: above the mean difference per pair, below the ratio of the numbers, each with its 95% confidence interval by patient.',
};
const TEXTS = {
  fr: {
    difference: 'Différence par couple',
    differenceAxis: 'métastases par couple : en moins (< 0) ou en plus (> 0) en IRM',
    ratio: 'Rapport des nombres',
    ratioAxis: 'nombre en IRM divisé par le nombre en TDM',
    differenceHeading: 'différence [IC à 95 %]',
    ratioHeading: 'rapport [IC à 95 %]',
    missing: 'Sans intervalle ou sans rapport : ',
  },
  en: {
    difference: 'Difference per pair',
    differenceAxis: 'metastases per pair: fewer (< 0) or more (> 0) on MRI',
    ratio: 'Ratio of the numbers',
    ratioAxis: 'number on MRI divided by the number on CT',
    differenceHeading: 'difference [95% CI]',
    ratioHeading: 'ratio [95% CI]',
    missing: 'Without an interval or ratio: ',
  },
};

const RATIO = { estimate: 'rate_ratio', low: 'rate_ratio_low', high: 'rate_ratio_high' };

function draw(result: PublishedResult, language: FigureLanguage): string | undefined {
  const rows = rowsOf(result, 'primary-comparison');
  const [first] = rows;
  if (first === undefined || rows.every((row) => row.figure(MEAN_DIFFERENCE.estimate) === null))
    return undefined;
  const words = TEXTS[language];
  const panel = (columns: EstimateColumns, p: string) =>
    rows.map((row) => ({
      label: capitalised(titleOfCell(result, row, 'side', language)),
      ...estimateOf(row, columns),
      role: 'ink' as const,
      symbol: 'diamond' as const,
      filled: true,
      texts: [withLimits(row, columns, language), cellText(row, p, language)],
    }));
  const reasons = ['cr2_reason', 'rate_ratio_reason'].flatMap((column) =>
    reasonsOf(result, rows, column, language),
  );
  const comparison = comparisonText(result, first, language);
  const ratio = [
    heading(`${words.ratio} (${comparison.replace('−', '/')})`),
    forest({
      language,
      headings: [words.ratioHeading, 'p'],
      rows: panel(RATIO, 'rate_ratio_p'),
      axisTitle: words.ratioAxis,
      noDifference: 1,
      logarithmic: true,
    }),
  ];
  return svgOf(
    {
      name: 'primary-comparison',
      title: TITLE,
      description: DESCRIPTION,
      parts: [
        heading(`${words.difference} (${comparison})`),
        forest({
          language,
          headings: [words.differenceHeading, 'p'],
          rows: panel(MEAN_DIFFERENCE, 'cluster_p'),
          axisTitle: words.differenceAxis,
          noDifference: 0,
        }),
        ...(rows.every((row) => row.figure(RATIO.estimate) === null) ? [] : ratio),
        notes([...new Set(reasons)].map((reason) => `${words.missing}${reason}.`)),
      ],
    },
    language,
  );
}

export const PRIMARY_COMPARISON: Figure = { name: 'primary-comparison', title: TITLE, draw };
