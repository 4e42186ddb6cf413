import type { IllustratedResult } from '#shared/result-report/figures/drawn-figures.ts';
import { figureElement } from '#shared/result-report/page/figure-element.ts';
import type { Section } from '#shared/result-report/page/section.ts';
import { sourceTables } from '#shared/result-report/page/source-tables.ts';
import { figure, interval, key, PATIENTS } from '#shared/result-report/page/tables/reading-columns.ts';
import { readingTable } from '#shared/result-report/page/tables/reading-table.ts';
import { type PublishedRow, rowsOf } from '#shared/result-report/published-result.ts';

const isLast = (row: PublishedRow): boolean => row.text('time_point') === 'last';

/** Response by RECIST 1.1 on each modality, and whether both say the same. */
export const recist = (result: IllustratedResult): Section => ({
  id: 'recist',
  title: { fr: 'Réponse selon RECIST 1.1', en: 'Response by RECIST 1.1' },
  content: [
    figureElement(result, 'recist-waterfall'),
    readingTable(result, {
      id: 'recist-table',
      caption: {
        fr: 'Réponse au dernier suivi de chaque patient, selon chaque méthode',
        en: 'Response at each patient’s last follow-up, by each method',
      },
      columns: [
        key('method', { fr: 'méthode', en: 'method' }),
        figure('n_patients', PATIENTS),
        figure('cr', { fr: 'complète', en: 'complete' }),
        figure('pr', { fr: 'partielle', en: 'partial' }),
        figure('sd', { fr: 'stable', en: 'stable' }),
        figure('pd', { fr: 'progression', en: 'progression' }),
        figure('ne', { fr: 'non évaluable', en: 'not evaluable' }),
      ],
      rows: rowsOf(result, 'recist')
        .filter(isLast)
        .map((row) => ({ row })),
    }),
    figureElement(result, 'recist-agreement'),
    readingTable(result, {
      id: 'recist-agreement-table',
      caption: {
        fr: 'Accord de l’IRM et de la TDM sur la réponse au dernier suivi de chaque patient',
        en: 'Agreement of MRI with CT on the response at each patient’s last follow-up',
      },
      columns: [
        key('first', { fr: 'IRM', en: 'MRI' }),
        key('second', { fr: 'TDM', en: 'CT' }),
        { ...figure('targets', { fr: 'cibles', en: 'targets' }), isText: true },
        figure('n_patients', PATIENTS),
        figure('raw_agreement', { fr: 'accord brut (%)', en: 'raw agreement (%)' }, 'kappa_reason'),
        figure('kappa', { fr: 'κ', en: 'κ' }, 'kappa_reason'),
        interval('kappa_low', 'kappa_high', 'kappa_reason'),
      ],
      rows: rowsOf(result, 'recist-agreement')
        .filter(isLast)
        .map((row) => ({ row })),
    }),
    sourceTables(result, ['recist', 'recist-agreement']),
  ],
});
