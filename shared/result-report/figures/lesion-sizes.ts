import type { PublishedResult } from '#shared/result-report/published-result.ts';
import { shownBySize } from '#shared/result-report/sentences/lesion-sizes.ts';
import { reasonsOf } from './cell-text.ts';
import { svgOf } from './drawing.ts';
import type { Figure, FigureLanguage } from './figure.ts';
import { groupedForest } from './grouped-forest.ts';
import { sizeRows } from './lesion-size-rows.ts';
import { modalitySigns, notes, signs } from './parts.ts';

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
        groupedForest({
          rows: sizeRows(result, rows, language),
          ...{ headings: words.headings, axisTitle: words.axis },
          ...{ domain: [0, 100], language },
        }),
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

export const LESION_SIZES: Figure = { name: 'lesion-sizes', title: TITLE, draw };
