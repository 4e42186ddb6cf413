import type { Bilingual } from '#shared/language.ts';
import { COUNTED } from '#shared/protocol/sequences.ts';
import { REGION_TITLES, REGIONS, type Region } from '#shared/protocol/sides.ts';
import type { IllustratedResult } from '#shared/result-report/figures/drawn-figures.ts';
import { figureElement } from '#shared/result-report/page/figure-element.ts';
import type { Section } from '#shared/result-report/page/section.ts';
import { sourceTables } from '#shared/result-report/page/source-tables.ts';
import { SEQUENCE } from '#shared/result-report/page/tables/reading-columns.ts';
import { type ReadingColumn, readingTable } from '#shared/result-report/page/tables/reading-table.ts';
import { rowWhere } from '#shared/result-report/published-result.ts';

/** What each sequence shows, by side: the thesis's Tables 4, 5 and 6. */
export const lesions = (result: IllustratedResult): Section => ({
  id: 'lesions',
  title: { fr: 'Métastases par séquence et par côté', en: 'Metastases by sequence and side' },
  content: [
    figureElement(result, 'lesions'),
    readingTable(result, {
      id: 'lesions-table',
      caption: {
        fr: 'Métastases vues par chaque séquence : nombre, moyenne par couple, et part de toutes celles de cette partie du foie (%)',
        en: 'Metastases seen by each sequence: number, mean per pair, and share of all in this part of the liver (%)',
      },
      columns: [
        { heading: SEQUENCE, shown: [{ of: 'whole', column: 'sequence' }], isKey: true },
        ...REGIONS.flatMap(columnsOf),
      ],
      rows: COUNTED.flatMap(({ name: sequence }) => {
        const at = (side: Region) => rowWhere(result, 'counts', { sequence, side });
        const whole = at('whole');
        return whole === undefined ? [] : [{ whole, right: at('right'), left: at('left') }];
      }),
    }),
    sourceTables(result, ['counts', 'detection-rates', 'not-on-diffusion']),
  ],
});

const columnsOf = (of: Region): readonly ReadingColumn<Region>[] => {
  const column = (name: string, heading: Bilingual) => ({
    group: REGION_TITLES[of],
    heading,
    shown: [{ of, column: name }],
    reason: { of, column: 'reason' },
  });
  return [
    column('total', { fr: 'nombre', en: 'number' }),
    column('mean_per_pair', { fr: 'par couple', en: 'per pair' }),
    column('share_of_all', { fr: '%', en: '%' }),
  ];
};
