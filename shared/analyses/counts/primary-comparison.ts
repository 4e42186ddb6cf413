import { inFamily } from '#shared/analyses/comparison/family.ts';
import type { ComparePaired } from '#shared/analyses/comparison/paired-comparison.ts';
import { PRIMARY_COMPARISON } from '#shared/protocol/comparisons.ts';
import { REGIONS } from '#shared/protocol/sides.ts';
import { type ComputedTable, resultTable } from '#shared/publication/result-table.ts';
import type { CountColumns } from './count-columns.ts';
import { type CountTest, compareCounts, countTestColumns } from './count-comparison.ts';

/**
 * The declared primary comparison, the question of the study: all that MRI shows against all that CT shows, the whole
 * liver first, then its sides. A family of its own, of three; the 15 comparisons of single sequences are secondary.
 */
export const primaryComparisonTable = (counts: CountColumns, comparePaired: ComparePaired): ComputedTable =>
  resultTable<CountTest>(
    'primary-comparison',
    {
      fr: 'Comparaison principale : IRM totale et TDM totale ; p bilatéraux',
      en: 'Primary comparison: MRI total and CT total; two-sided p',
    },
    countTestColumns,
    inFamily(REGIONS.map((region) => compareCounts(counts, PRIMARY_COMPARISON, region, comparePaired))),
  );
