import { type PublishedResult, type PublishedRow, rowsOf } from '#shared/result-report/published-result.ts';
import { cellText, reasonsOf, withLimits } from './cell-text.ts';
import { svgOf } from './drawing.ts';
import type { Figure, FigureLanguage } from './figure.ts';
import { forest } from './forest.ts';
import type { ForestRow } from './forest-row.ts';
import { kindSigns } from './kinds-of-comparison.ts';
import { comparisonRow, MEAN_DIFFERENCE } from './mean-difference.ts';
import { notes, signs } from './parts.ts';
import { differenceOf, pointsOf, whyNoPoints } from './points.ts';

const TITLE = {
  fr: 'Différences des diamètres d’une même lésion, séquences deux à deux',
  en: 'Differences of the diameters of a lesion, sequences two by two',
};
const DESCRIPTION = {
  fr: 'Pour chaque comparaison de deux séquences, la différence moyenne des diamètres et son intervalle de confiance à 95 % par patient (CR2) ; en dessous, là où les points sont publiés, un trait par lésion.',
  en: 'For each comparison of two sequences, the mean difference of the diameters and its 95% confidence interval by patient (CR2); below it, where points are published, a tick for each lesion.',
};
const TEXTS = {
  fr: {
    axis: 'différence de diamètre, mm (première − seconde)',
    headings: ['lésions', 'mm [IC à 95 %]', 'p (Holm)'],
    points: 'Traits fins : les lésions, une à une.',
    filled: 'Plein : p (Holm) < 0,05 ; vide : p (Holm) ≥ 0,05, ou sans p.',
    missing: 'Sans différence ou sans intervalle : ',
  },
  en: {
    axis: 'difference in diameter, mm (first − second)',
    headings: ['lesions', 'mm [95% CI]', 'p (Holm)'],
    points: 'Fine ticks: the lesions, one by one.',
    filled: 'Filled: p (Holm) < 0.05; open: p (Holm) ≥ 0.05, or no p.',
    missing: 'Without a difference or an interval: ',
  },
};

function draw(result: PublishedResult, language: FigureLanguage): string | undefined {
  const rows = rowsOf(result, 'measure-tests');
  if (rows.every((row) => row.figure(MEAN_DIFFERENCE.estimate) === null)) return undefined;
  const words = TEXTS[language];
  const points = pointsOf(result, 'diameter', rows.length);
  const shown = rows.map((row) => forestRow(result, row, points, language));
  const reasons = reasonsOf(result, rows, 'cr2_reason', language);
  return svgOf(
    {
      name: 'paired-differences',
      title: TITLE,
      description: DESCRIPTION,
      parts: [
        forest({ rows: shown, headings: words.headings, axisTitle: words.axis, noDifference: 0, language }),
        signs(kindSigns(language)),
        notes([
          points.length > 0 ? `${words.filled} ${words.points}` : words.filled,
          ...reasons.map((reason) => `${words.missing}${reason}.`),
          ...whyNoPoints(result, 'diameter', rows.length, language),
        ]),
      ],
    },
    language,
  );
}

function forestRow(
  result: PublishedResult,
  row: PublishedRow,
  points: readonly PublishedRow[],
  language: FigureLanguage,
): ForestRow {
  const differences = points.flatMap(
    (point) => differenceOf(point, row.text('first'), row.text('second')) ?? [],
  );
  return {
    ...comparisonRow(result, row, language),
    ...(points.length > 0 && { points: differences }),
    texts: [
      cellText(row, 'n_lesions', language),
      withLimits(row, MEAN_DIFFERENCE, language),
      cellText(row, 'cluster_p_holm', language),
    ],
  };
}

export const PAIRED_DIFFERENCES: Figure = { name: 'paired-differences', title: TITLE, draw };
