import type { IllustratedResult } from '#shared/result-report/figures/drawn-figures.ts';
import { figureElement } from '#shared/result-report/page/figure-element.ts';
import type { Section } from '#shared/result-report/page/section.ts';
import { sourceTables } from '#shared/result-report/page/source-tables.ts';
import {
  figure,
  interval,
  key,
  PAIRS,
  PATIENTS,
  SIDE,
} from '#shared/result-report/page/tables/reading-columns.ts';
import { readingTable } from '#shared/result-report/page/tables/reading-table.ts';
import { rowsOf } from '#shared/result-report/published-result.ts';
import { DIFFERENCE_COLUMNS } from './difference-columns.ts';

/** The question of the study: all that MRI shows against all that CT shows. */
export const primary = (result: IllustratedResult): Section => ({
  id: 'primary',
  title: { fr: 'IRM contre TDM : le résultat principal', en: 'MRI against CT: the primary result' },
  content: [
    figureElement(result, 'primary-comparison'),
    readingTable(result, {
      id: 'primary-table',
      caption: {
        fr: 'IRM totale − TDM totale : métastases par couple',
        en: 'MRI total − CT total: metastases per pair',
      },
      columns: [
        key('side', SIDE),
        figure('n_patients', PATIENTS),
        figure('n_pairs', PAIRS),
        ...DIFFERENCE_COLUMNS,
        figure('rate_ratio', { fr: 'rapport IRM/TDM', en: 'ratio MRI/CT' }, 'rate_ratio_reason'),
        interval('rate_ratio_low', 'rate_ratio_high', 'rate_ratio_reason'),
      ],
      rows: rowsOf(result, 'primary-comparison').map((row) => ({ row })),
    }),
    sourceTables(result, ['primary-comparison', 'subgroups']),
  ],
});
