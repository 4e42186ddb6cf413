import type { IllustratedResult } from '#shared/result-report/figures/drawn-figures.ts';
import { figureElement } from '#shared/result-report/page/figure-element.ts';
import type { Section } from '#shared/result-report/page/section.ts';
import { sourceTables } from '#shared/result-report/page/source-tables.ts';
import { figure, interval, key, PATIENTS, SIDE } from '#shared/result-report/page/tables/reading-columns.ts';
import { readingTable } from '#shared/result-report/page/tables/reading-table.ts';
import { rowsOf } from '#shared/result-report/published-result.ts';

/** Whether two readers say the same, pooled over those who read the same scans. */
export function readers(result: IllustratedResult): Section {
  const rows = rowsOf(result, 'readers').filter((row) => row.text('group') === 'pooled');
  return {
    id: 'readers',
    title: { fr: 'Les lecteurs', en: 'The readers' },
    content: [
      figureElement(result, 'readers'),
      readingTable(result, {
        id: 'readers-table',
        caption: {
          fr: 'Accord entre deux lecteurs des mêmes examens, tous binômes ensemble',
          en: 'Agreement between two readers of the same scans, all pairs of readers together',
        },
        columns: [
          key('quantity', { fr: 'grandeur', en: 'quantity' }),
          key('sequence', { fr: 'séquence', en: 'sequence' }),
          key('side', SIDE),
          figure('n', { fr: 'lectures', en: 'readings' }),
          figure('n_patients', PATIENTS),
          figure('bias', { fr: 'biais', en: 'bias' }, 'bias_reason'),
          figure('lower_limit', { fr: 'limite basse', en: 'lower limit' }, 'limits_reason'),
          figure('upper_limit', { fr: 'limite haute', en: 'upper limit' }, 'limits_reason'),
          figure('icc_2_1', { fr: 'ICC, accord', en: 'ICC, agreement' }, 'icc_2_1_reason'),
          figure('kappa', { fr: 'κ', en: 'κ' }, 'kappa_reason'),
          interval('kappa_low', 'kappa_high', 'kappa_reason'),
        ],
        rows: rows.map((row) => ({ row })),
      }),
      sourceTables(result, ['readers', 'reader-characteristics']),
    ],
  };
}
