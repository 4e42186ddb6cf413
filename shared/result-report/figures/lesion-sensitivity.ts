import { type PublishedResult, rowsOf } from '#shared/result-report/published-result.ts';
import { cellText, estimateOf, reasonsOf, titleOfCell, withLimits } from './cell-text.ts';
import { svgOf } from './drawing.ts';
import type { Figure, FigureLanguage } from './figure.ts';
import { forest } from './forest.ts';
import { modalitySigns, notes, signs } from './parts.ts';
import { modalityOf, SYMBOLS } from './theme.ts';

const TITLE = {
  fr: 'Sensibilité par lésion, là où une référence établit la nature',
  en: 'Sensitivity per lesion, where a reference establishes the nature',
};
const DESCRIPTION = {
  fr: 'Pour chaque séquence et pour chaque modalité entière, la part des métastases vérifiées qu’elle montre et que le lecteur dit métastases, avec son intervalle de confiance à 95 % par patient.',
  en: 'For each sequence and each whole modality, the share of the verified metastases that it shows and that the reader calls so, with its 95% confidence interval by patient.',
};
const TEXTS = {
  fr: {
    axis: 'sensibilité par lésion, %',
    headings: ['métastases', 'dites telles', 'sensibilité [IC à 95 %]'],
    missing: 'Sans sensibilité ou sans intervalle : ',
  },
  en: {
    axis: 'sensitivity per lesion, %',
    headings: ['metastases', 'called so', 'sensitivity [95% CI]'],
    missing: 'Without a sensitivity or an interval: ',
  },
};

const SENSITIVITY = { estimate: 'sensitivity', low: 'sensitivity_low', high: 'sensitivity_high' };

function draw(result: PublishedResult, language: FigureLanguage): string | undefined {
  const rows = rowsOf(result, 'performance').filter((row) => row.text('reference') === 'all');
  if (rows.every((row) => row.figure('sensitivity') === null)) return undefined;
  const words = TEXTS[language];
  const reasons = reasonsOf(result, rows, 'sensitivity_reason', language);
  const shown = rows.map((row) => {
    const modality = modalityOf(row.text('sequence'));
    return {
      label: titleOfCell(result, row, 'sequence', language),
      ...estimateOf(row, SENSITIVITY),
      ...{ role: modality, symbol: SYMBOLS[modality], filled: true },
      texts: [
        ...['metastases', 'called'].map((column) => cellText(row, column, language)),
        withLimits(row, SENSITIVITY, language),
      ],
    };
  });
  return svgOf(
    {
      name: 'lesion-sensitivity',
      title: TITLE,
      description: DESCRIPTION,
      parts: [
        forest({
          ...{ rows: shown, headings: words.headings, axisTitle: words.axis },
          ...{ domain: [0, 100] as const, language },
        }),
        signs(modalitySigns(result, language)),
        notes(reasons.map((reason) => `${words.missing}${reason}.`)),
      ],
    },
    language,
  );
}

export const LESION_SENSITIVITY: Figure = { name: 'lesion-sensitivity', title: TITLE, draw };
