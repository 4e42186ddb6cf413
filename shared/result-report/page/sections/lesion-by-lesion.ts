import type { IllustratedResult } from '#shared/result-report/figures/drawn-figures.ts';
import { figureElement } from '#shared/result-report/page/figure-element.ts';
import type { Section } from '#shared/result-report/page/section.ts';
import { sourceTables } from '#shared/result-report/page/source-tables.ts';
import {
  figure,
  interval,
  key,
  LESIONS,
  SEQUENCE,
} from '#shared/result-report/page/tables/reading-columns.ts';
import { readingTable } from '#shared/result-report/page/tables/reading-table.ts';
import { rowsOf } from '#shared/result-report/published-result.ts';
import { LISTED_TABLES, listsLesions } from '#shared/result-report/sentences/listed-tables.ts';

const SHARE = { fr: '% vues', en: '% seen' };

/** What lists of lesions tell that counts cannot; of a study whose centres list none, no part of the page. */
export const lesionByLesion = (result: IllustratedResult): readonly Section[] =>
  listsLesions(result) ? [section(result)] : [];

const section = (result: IllustratedResult): Section => ({
  id: 'lesion-by-lesion',
  title: { fr: 'Lésion par lésion', en: 'Lesion by lesion' },
  content: [
    figureElement(result, 'lesion-patterns'),
    readingTable(result, {
      id: 'lesion-by-lesion-table',
      caption: {
        fr: 'Foie entier : métastases listées que montre chaque protocole, de toutes celles qui y sont évaluables',
        en: 'Whole liver: listed metastases that each protocol shows, of all that can be assessed on it',
      },
      columns: [
        key('protocol', { fr: 'protocole', en: 'protocol' }),
        figure('all_lesions', LESIONS),
        figure('share_of_all', SHARE, 'share_of_all_reason'),
        interval('share_of_all_low', 'share_of_all_high', 'share_of_all_reason'),
      ],
      rows: rowsOf(result, 'listed-protocols')
        .filter((row) => row.text('side') === 'whole')
        .map((row) => ({ row })),
    }),
    figureElement(result, 'lesion-sizes'),
    figureElement(result, 'lesion-sensitivity'),
    readingTable(result, {
      id: 'lesion-sensitivity-table',
      caption: {
        fr: 'Lésions dont une référence établit la nature : faux positifs et valeur prédictive positive',
        en: 'Lesions whose nature a reference establishes: false positives and positive predictive value',
      },
      columns: [
        key('sequence', SEQUENCE),
        figure('benign', { fr: 'bénignes', en: 'benign' }),
        figure(
          'false_positives',
          { fr: 'dites métastases', en: 'called metastases' },
          'false_positives_reason',
        ),
        figure(
          'false_positives_per_patient',
          { fr: 'par patient', en: 'per patient' },
          'false_positives_reason',
        ),
        figure('ppv', { fr: 'VPP, %', en: 'PPV, %' }, 'ppv_reason'),
        interval('ppv_low', 'ppv_high', 'ppv_reason'),
      ],
      rows: rowsOf(result, 'performance')
        .filter((row) => row.text('reference') === 'all')
        .map((row) => ({ row })),
    }),
    figureElement(result, 'lesion-confidence'),
    sourceTables(result, LISTED_TABLES),
  ],
});
