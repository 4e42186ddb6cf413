import type { IllustratedResult } from '#shared/result-report/figures/drawn-figures.ts';
import { figureElement } from '#shared/result-report/page/figure-element.ts';
import type { Section } from '#shared/result-report/page/section.ts';
import { sourceTables } from '#shared/result-report/page/source-tables.ts';
import {
  figure,
  interval,
  key,
  LESIONS,
  PATIENTS,
  SEQUENCE,
} from '#shared/result-report/page/tables/reading-columns.ts';
import { readingTable } from '#shared/result-report/page/tables/reading-table.ts';
import { rowsOf } from '#shared/result-report/published-result.ts';
import { DIFFERENCE_COLUMNS } from './difference-columns.ts';

const FIRST = key('first', { fr: 'première', en: 'first' });
const SECOND = key('second', { fr: 'seconde', en: 'second' });

/** Whether a lesion has the same size on each sequence: the thesis's Table 7, its tests, and limits of agreement. */
export const measures = (result: IllustratedResult): Section => ({
  id: 'measures',
  title: { fr: 'Les mesures', en: 'The measurements' },
  content: [
    figureElement(result, 'measure-histograms'),
    readingTable(result, {
      id: 'measures-table',
      caption: {
        fr: 'Plus grand diamètre axial (mm), moyenne par patient',
        en: 'Largest axial diameter (mm), mean per patient',
      },
      columns: [
        key('sequence', SEQUENCE),
        figure('n', PATIENTS),
        figure('n_lesions', LESIONS),
        figure('mean', { fr: 'moyenne', en: 'mean' }, 'reason'),
        figure('standard_deviation', { fr: 'écart type', en: 'standard deviation' }, 'reason'),
        figure('median', { fr: 'médiane', en: 'median' }, 'reason'),
        interval('minimum', 'maximum', 'reason', { fr: 'étendue', en: 'range' }),
      ],
      rows: rowsOf(result, 'measures')
        .filter((row) => row.text('per') === 'patient')
        .map((row) => ({ row })),
    }),
    figureElement(result, 'paired-differences'),
    readingTable(result, {
      id: 'measure-tests-table',
      caption: {
        fr: 'Première − seconde séquence, lésion par lésion (mm)',
        en: 'First − second sequence, lesion by lesion (mm)',
      },
      columns: [FIRST, SECOND, figure('n_lesions', LESIONS), ...DIFFERENCE_COLUMNS],
      rows: rowsOf(result, 'measure-tests').map((row) => ({ row })),
    }),
    figureElement(result, 'bland-altman'),
    readingTable(result, {
      id: 'agreement-table',
      caption: {
        fr: 'Accord des diamètres d’une même lésion : limites de Bland–Altman par patient (mm), concordance',
        en: 'Agreement of the diameters of the same lesion: Bland–Altman limits by patient (mm), concordance',
      },
      columns: [
        FIRST,
        SECOND,
        figure('n_patients', PATIENTS),
        figure('n_lesions', LESIONS),
        figure('bias', { fr: 'biais', en: 'bias' }, 'bias_reason'),
        figure('lower_limit', { fr: 'limite basse', en: 'lower limit' }, 'limits_reason'),
        figure('upper_limit', { fr: 'limite haute', en: 'upper limit' }, 'limits_reason'),
        figure('icc_2_1', { fr: 'ICC, accord', en: 'ICC, agreement' }, 'icc_2_1_reason'),
        figure('ccc', { fr: 'Lin', en: 'Lin' }, 'ccc_reason'),
      ],
      rows: rowsOf(result, 'agreement').map((row) => ({ row })),
    }),
    sourceTables(result, ['measures', 'measure-tests', 'agreement', 'measure-histograms', 'points']),
  ],
});
