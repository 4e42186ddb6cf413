import { inEachLanguage } from '#shared/result-report/page/bilingual-text.ts';
import type { Section } from '#shared/result-report/page/section.ts';
import { figure, interval, key, outOf } from '#shared/result-report/page/tables/reading-columns.ts';
import { readingTable } from '#shared/result-report/page/tables/reading-table.ts';
import { type PublishedResult, type PublishedRow, rowsOf } from '#shared/result-report/published-result.ts';

/** The patients: the thesis's Table 3, in two tables. */
export function who(result: PublishedResult): Section {
  const rows = rowsOf(result, 'population');
  return {
    id: 'who',
    title: { fr: 'Qui : les patients inclus', en: 'Who: the patients included' },
    content: [
      readingTable(result, {
        id: 'who-quantities',
        caption: { fr: 'Patients : âge, nombres et durées', en: 'Patients: age, numbers and durations' },
        columns: [
          key('characteristic', CHARACTERISTIC),
          figure('n', { fr: 'connus', en: 'known' }),
          figure('mean', { fr: 'moyenne', en: 'mean' }, 'reason'),
          figure('standard_deviation', { fr: 'écart type', en: 'standard deviation' }, 'reason'),
          figure('median', { fr: 'médiane', en: 'median' }, 'reason'),
          interval('first_quartile', 'third_quartile', 'reason', { fr: 'quartiles', en: 'quartiles' }),
          interval('minimum', 'maximum', 'reason', { fr: 'étendue', en: 'range' }),
        ],
        rows: rows.filter((row) => row.text('kind') === 'quantity').map((row) => ({ row })),
      }),
      readingTable(result, {
        id: 'who-categories',
        caption: { fr: 'Patients : caractéristiques', en: 'Patients: characteristics' },
        columns: [
          key('characteristic', CHARACTERISTIC),
          key('level', { fr: 'catégorie', en: 'category' }),
          outOf('n', 'denominator', { fr: 'patients ou couples', en: 'patients or pairs' }),
          figure('percent', { fr: '%', en: '%' }),
        ],
        rows: rows.filter(isSeen).map((row) => ({ row })),
      }),
      inEachLanguage('p', (language) => LEFT_OUT[language], { class: 'note' }),
    ],
  };
}

const isSeen = (row: PublishedRow): boolean => row.text('kind') === 'category' && row.figure('n') !== 0;

const CHARACTERISTIC = { fr: 'caractéristique', en: 'characteristic' };
const LEFT_OUT = {
  fr: 'Les catégories dans lesquelles il n’y a personne sont dans le tableau complet.',
  en: 'Categories in which there is nobody are in the table in full.',
};
