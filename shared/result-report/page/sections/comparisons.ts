import type { IllustratedResult } from '#shared/result-report/figures/drawn-figures.ts';
import { figureElement } from '#shared/result-report/page/figure-element.ts';
import type { Section } from '#shared/result-report/page/section.ts';
import { sourceTables } from '#shared/result-report/page/source-tables.ts';
import { key } from '#shared/result-report/page/tables/reading-columns.ts';
import { readingTable } from '#shared/result-report/page/tables/reading-table.ts';
import { rowsOf } from '#shared/result-report/published-result.ts';
import { DIFFERENCE_COLUMNS } from './difference-columns.ts';

/** The sequences two by two, in the whole liver. */
export const comparisons = (result: IllustratedResult): Section => ({
  id: 'comparisons',
  title: { fr: 'Les séquences deux à deux', en: 'The sequences two by two' },
  content: [
    figureElement(result, 'count-comparisons'),
    readingTable(result, {
      id: 'comparisons-table',
      caption: {
        fr: 'Foie entier, première − seconde séquence : métastases par couple',
        en: 'Whole liver, first − second sequence: metastases per pair',
      },
      columns: [
        key('first', { fr: 'première', en: 'first' }),
        key('second', { fr: 'seconde', en: 'second' }),
        ...DIFFERENCE_COLUMNS,
      ],
      rows: rowsOf(result, 'count-tests')
        .filter((row) => row.text('side') === 'whole')
        .map((row) => ({ row })),
    }),
    sourceTables(result, ['count-tests', 'side-tests', 'omnibus', 'sensitivity']),
  ],
});
