import type { IllustratedResult } from '#shared/result-report/figures/drawn-figures.ts';
import { figureElement } from '#shared/result-report/page/figure-element.ts';
import type { Section } from '#shared/result-report/page/section.ts';
import { sourceTables } from '#shared/result-report/page/source-tables.ts';
import { figure, interval, key, PATIENTS } from '#shared/result-report/page/tables/reading-columns.ts';
import { readingTable } from '#shared/result-report/page/tables/reading-table.ts';
import { rowsOf } from '#shared/result-report/published-result.ts';

/** The primary comparison in each centre that is large enough to be shown, and over all. */
export const centres = (result: IllustratedResult): Section => ({
  id: 'centres',
  title: { fr: 'Les centres', en: 'The centres' },
  content: [
    figureElement(result, 'centres'),
    readingTable(result, {
      id: 'centres-table',
      caption: {
        fr: 'IRM totale − TDM totale : métastases par couple, par centre et ensemble',
        en: 'MRI total − CT total: metastases per pair, by centre and pooled',
      },
      columns: [
        key('group', { fr: 'groupe', en: 'group' }),
        key('centre', { fr: 'centre', en: 'centre' }),
        figure('n_centres', { fr: 'centres', en: 'centres' }),
        figure('n_patients', PATIENTS),
        figure('estimate', { fr: 'différence', en: 'difference' }, 'estimate_reason'),
        interval('estimate_low', 'estimate_high', 'estimate_reason'),
        figure('i_squared', { fr: 'I² (%)', en: 'I² (%)' }, 'heterogeneity_reason'),
        interval('prediction_low', 'prediction_high', 'heterogeneity_reason', {
          fr: 'un autre centre',
          en: 'another centre',
        }),
      ],
      rows: rowsOf(result, 'centres')
        .filter((row) => row.text('effect') === 'count_difference' && row.text('first') === 'mri_total')
        .map((row) => ({ row })),
    }),
    sourceTables(result, ['centres']),
  ],
});
