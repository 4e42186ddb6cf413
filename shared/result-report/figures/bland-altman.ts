import { type PublishedResult, type PublishedRow, rowsOf } from '#shared/result-report/published-result.ts';
import { blandAltmanPanels } from './bland-altman-panels.ts';
import { cellText, comparisonText, estimateOf, reasonsOf, withLimits } from './cell-text.ts';
import { type Part, svgOf } from './drawing.ts';
import type { Figure, FigureLanguage } from './figure.ts';
import { forest } from './forest.ts';
import { kindOf, kindSigns, SIGNS } from './kinds-of-comparison.ts';
import { notes, signs } from './parts.ts';
import { pointsOf, whyNoPoints } from './points.ts';

const TITLE = {
  fr: 'Accord des diamètres d’une même lésion (Bland–Altman)',
  en: 'Agreement of the diameters of a lesion (Bland–Altman)',
};
const DESCRIPTION = {
  fr: 'Biais et limites d’accord à 95 %, plusieurs lésions d’un patient prises en compte. Là où les points sont publiés : chaque lésion par sa moyenne et sa différence, pour chaque séquence IRM et chaque phase de TDM.',
  en: 'Bias and 95% limits of agreement, several lesions of a patient taken into account. Where points are published: each lesion by its mean and difference, for each MRI sequence and each CT phase.',
};
const TEXTS = {
  fr: {
    axis: 'différence de diamètre, mm (première − seconde)',
    bias: 'biais [IC à 95 %]',
    limits: 'limites d’accord',
    to: ' à ',
    note: 'Trait plein : biais et son intervalle de confiance ; tirets : de la limite d’accord inférieure à la supérieure.',
    missing: 'Sans biais ou sans limites : ',
  },
  en: {
    axis: 'difference in diameter, mm (first − second)',
    bias: 'bias [95% CI]',
    limits: 'limits of agreement',
    to: ' to ',
    note: 'Solid line: bias and its confidence interval; dashes: from the lower to the upper limit of agreement.',
    missing: 'Without a bias or limits: ',
  },
};

const BIAS = { estimate: 'bias', low: 'bias_low', high: 'bias_high' };

function draw(result: PublishedResult, language: FigureLanguage): string | undefined {
  const rows = rowsOf(result, 'agreement');
  if (rows.every((row) => row.figure('bias') === null)) return undefined;
  const words = TEXTS[language];
  // Of both modalities: the question of the study, and as many plots as a page holds.
  const between = rows.filter((row) => kindOf(row) === 'between');
  const points = pointsOf(result, 'diameter', between.length);
  const shown = points.length > 0 ? between : rows;
  const reasons = ['bias_reason', 'limits_reason'].flatMap((column) =>
    reasonsOf(result, shown, column, language),
  );
  const missing = notes([
    ...[...new Set(reasons)].map((reason) => `${words.missing}${reason}.`),
    ...whyNoPoints(result, 'diameter', between.length, language),
  ]);
  const parts =
    points.length > 0
      ? blandAltmanPanels(result, between, points, language)
      : [limitsOnly(result, rows, language), signs(kindSigns(language)), notes([words.note])];
  return svgOf(
    { name: 'bland-altman', title: TITLE, description: DESCRIPTION, parts: [...parts, missing] },
    language,
  );
}

function limitsOnly(result: PublishedResult, rows: readonly PublishedRow[], language: FigureLanguage): Part {
  const words = TEXTS[language];
  return forest({
    rows: rows.map((row) => {
      const [low, high] = [row.figure('lower_limit'), row.figure('upper_limit')];
      const limits = ['lower_limit', 'upper_limit'].map((column) => cellText(row, column, language));
      return {
        label: comparisonText(result, row, language),
        ...estimateOf(row, BIAS),
        ...SIGNS[kindOf(row)],
        filled: true,
        ...(low !== null && high !== null && { wider: { low, high } }),
        texts: [withLimits(row, BIAS, language), limits.join(words.to)],
      };
    }),
    headings: [words.bias, words.limits],
    axisTitle: words.axis,
    noDifference: 0,
    language,
  });
}

export const BLAND_ALTMAN: Figure = { name: 'bland-altman', title: TITLE, draw };
