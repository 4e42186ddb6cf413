import type { IllustratedResult } from '#shared/result-report/figures/drawn-figures.ts';
import { figureElement } from '#shared/result-report/page/figure-element.ts';
import type { Section } from '#shared/result-report/page/section.ts';
import { sourceTables } from '#shared/result-report/page/source-tables.ts';
import { figure, interval, key, LESIONS } from '#shared/result-report/page/tables/reading-columns.ts';
import { readingTable } from '#shared/result-report/page/tables/reading-table.ts';
import { rowsOf } from '#shared/result-report/published-result.ts';

const AT_LEAST = { fr: 'au moins', en: 'at least' };
const AT_MOST = { fr: 'au plus', en: 'at most' };
const PERCENT = { fr: '%', en: '%' };

/** What acquisitions show together of what their modality shows. */
export const protocols = (result: IllustratedResult): Section => ({
  id: 'protocols',
  title: { fr: 'Ce que montre chaque protocole', en: 'What each protocol shows' },
  content: [
    figureElement(result, 'protocols'),
    readingTable(result, {
      id: 'protocols-table',
      caption: {
        fr: 'Foie entier : métastases vues par chaque protocole, parmi celles de sa modalité',
        en: 'Whole liver: metastases that each protocol shows, of those of its modality',
      },
      columns: [
        key('protocol', { fr: 'protocole', en: 'protocol' }),
        figure('lesions', LESIONS),
        { ...figure('at_least', { fr: 'vues', en: 'seen' }), group: AT_LEAST },
        { ...figure('at_least_share', PERCENT, 'at_least_share_reason'), group: AT_LEAST },
        {
          ...interval('at_least_share_low', 'at_least_share_high', 'at_least_share_reason'),
          group: AT_LEAST,
        },
        { ...figure('at_most', { fr: 'vues', en: 'seen' }), group: AT_MOST },
        { ...figure('at_most_share', PERCENT, 'at_most_share_reason'), group: AT_MOST },
        {
          ...interval('at_most_share_low', 'at_most_share_high', 'at_most_share_reason'),
          group: AT_MOST,
        },
      ],
      rows: rowsOf(result, 'protocols')
        .filter((row) => row.text('side') === 'whole')
        .map((row) => ({ row })),
    }),
    sourceTables(result, ['protocols', 'dose']),
  ],
});
