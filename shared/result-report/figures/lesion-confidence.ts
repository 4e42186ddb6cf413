import type { PublishedResult } from '#shared/result-report/published-result.ts';
import { confidenceRows } from '#shared/result-report/sentences/lesion-confidence.ts';
import { reasonsOf } from './cell-text.ts';
import { svgOf } from './drawing.ts';
import type { Figure, FigureLanguage } from './figure.ts';
import { groupedForest } from './grouped-forest.ts';
import { areaRows, differenceRows } from './lesion-confidence-rows.ts';
import { heading, modalitySigns, notes, signs } from './parts.ts';

const TITLE = {
  fr: 'Confiance des lecteurs en IRM et en TDM : FROC alternative',
  en: 'The readers’ confidence on MRI and CT: alternative FROC',
};
const DESCRIPTION = {
  fr: 'Par lecteur, en haut l’aire sous la courbe FROC alternative en IRM et en TDM, en bas leur différence, chacune avec son intervalle de confiance à 95 %.',
  en: 'By reader, above the area under the alternative FROC curve on MRI and on CT, below their difference, each with its 95% confidence interval.',
};
const TEXTS = {
  fr: {
    area: 'Aire sous la courbe',
    areaAxis: 'aire (1 : toute métastase au-dessus de toute lésion bénigne)',
    areaHeadings: ['patients', 'métastases', 'bénignes', 'aire [IC à 95 %]'],
    difference: 'Différence des aires (IRM − TDM)',
    differenceAxis: 'différence des aires : en moins (< 0) ou en plus (> 0) en IRM',
    differenceHeadings: ['différence [IC à 95 %]', 'p'],
    missing: 'Sans aire, sans différence ou sans intervalle : ',
  },
  en: {
    area: 'Area under the curve',
    areaAxis: 'area (1: every metastasis above every benign lesion)',
    areaHeadings: ['patients', 'metastases', 'benign', 'area [95% CI]'],
    difference: 'Difference of the areas (MRI − CT)',
    differenceAxis: 'difference of the areas: lower (< 0) or higher (> 0) on MRI',
    differenceHeadings: ['difference [95% CI]', 'p'],
    missing: 'Without an area, a difference or an interval: ',
  },
};

function draw(result: PublishedResult, language: FigureLanguage): string | undefined {
  const rows = confidenceRows(result);
  if (rows.every((row) => row.figure('mri') === null && row.figure('ct') === null)) return undefined;
  const words = TEXTS[language];
  const withoutLimits = (name: string) => rows.filter((row) => row.figure(`${name}_low`) === null);
  const reasons = new Set(
    ['mri', 'ct', 'difference'].flatMap((name) =>
      reasonsOf(result, withoutLimits(name), `${name}_reason`, language),
    ),
  );
  return svgOf(
    {
      name: 'lesion-confidence',
      title: TITLE,
      description: DESCRIPTION,
      parts: [
        heading(words.area),
        groupedForest({
          rows: areaRows(result, rows, language),
          ...{ headings: words.areaHeadings, axisTitle: words.areaAxis },
          ...{ domain: [0, 1], language },
        }),
        signs(modalitySigns(result, language)),
        heading(words.difference),
        groupedForest({
          rows: differenceRows(result, rows, language),
          ...{ headings: words.differenceHeadings, axisTitle: words.differenceAxis },
          ...{ noDifference: 0, language },
        }),
        notes([...reasons].map((reason) => `${words.missing}${reason}.`)),
      ],
    },
    language,
  );
}

export const LESION_CONFIDENCE: Figure = { name: 'lesion-confidence', title: TITLE, draw };
