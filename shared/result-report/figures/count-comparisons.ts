import { type PublishedResult, rowsOf } from '#shared/result-report/published-result.ts';
import { cellText, reasonsOf, withLimits } from './cell-text.ts';
import { svgOf } from './drawing.ts';
import type { Figure, FigureLanguage } from './figure.ts';
import { forest } from './forest.ts';
import { kindSigns } from './kinds-of-comparison.ts';
import { comparisonRow, MEAN_DIFFERENCE } from './mean-difference.ts';
import { notes, signs } from './parts.ts';

const TITLE = {
  fr: 'Les 15 comparaisons des nombres de métastases, foie entier',
  en: 'The 15 comparisons of numbers of metastases, whole liver',
};
const DESCRIPTION = {
  fr: 'Pour chaque comparaison de deux séquences, la différence moyenne par couple et son intervalle de confiance à 95 % par patient (CR2), et le p par patient corrigé par Holm.',
  en: 'For each comparison of two sequences, the mean difference per pair and its 95% confidence interval by patient (CR2), and the p by patient corrected by Holm.',
};
const TEXTS = {
  fr: {
    axis: 'différence moyenne de métastases par couple (première − seconde)',
    headings: ['différence [IC à 95 %]', 'p (Holm)'],
    significant: 'plein : p (Holm) < 0,05',
    open: 'vide : p (Holm) ≥ 0,05, ou sans p',
    missing: 'Sans intervalle : ',
  },
  en: {
    axis: 'mean difference in metastases per pair (first − second)',
    headings: ['difference [95% CI]', 'p (Holm)'],
    significant: 'filled: p (Holm) < 0.05',
    open: 'open: p (Holm) ≥ 0.05, or no p',
    missing: 'Without an interval: ',
  },
};

function draw(result: PublishedResult, language: FigureLanguage): string | undefined {
  const rows = rowsOf(result, 'count-tests').filter((row) => row.text('side') === 'whole');
  if (rows.every((row) => row.figure(MEAN_DIFFERENCE.estimate) === null)) return undefined;
  const words = TEXTS[language];
  const shown = rows.map((row) => ({
    ...comparisonRow(result, row, language),
    texts: [withLimits(row, MEAN_DIFFERENCE, language), cellText(row, 'cluster_p_holm', language)],
  }));
  const role = 'ink';
  const reasons = reasonsOf(result, rows, 'cr2_reason', language);
  return svgOf(
    {
      name: 'count-comparisons',
      title: TITLE,
      description: DESCRIPTION,
      parts: [
        forest({ rows: shown, headings: words.headings, axisTitle: words.axis, noDifference: 0, language }),
        signs([
          ...kindSigns(language),
          { role, symbol: 'circle', text: words.significant, filled: true },
          { role, symbol: 'circle', text: words.open, filled: false },
        ]),
        notes(reasons.map((reason) => `${words.missing}${reason}.`)),
      ],
    },
    language,
  );
}

export const COUNT_COMPARISONS: Figure = { name: 'count-comparisons', title: TITLE, draw };
