import { familyColumns, type InFamily, inFamily } from '#shared/analyses/comparison/family.ts';
import { pairedColumns } from '#shared/analyses/comparison/paired-columns.ts';
import { type PairedComparison, pairedComparer } from '#shared/analyses/comparison/paired-comparison.ts';
import { type CountedComparison, PRIMARY_COMPARISON } from '#shared/protocol/comparisons.ts';
import { REGIONS, type Region } from '#shared/protocol/sides.ts';
import { METASTASES } from '#shared/publication/column-groups.ts';
import { comparisonColumns, sideColumn } from '#shared/publication/key-columns.ts';
import { type ComputedTable, integer, resultTable } from '#shared/publication/result-table.ts';
import type { CountColumns } from './count-columns.ts';
import { compareDetection, type DetectionComparison, detectionColumns } from './detection-comparison.ts';

interface PrimaryTest extends CountedComparison, PairedComparison, InFamily, DetectionComparison {
  readonly region: Region;
}

/**
 * The declared primary comparison, the question of the study: all that MRI shows against all that CT shows, the whole
 * liver first, then its sides. A family of its own, of three; the 15 comparisons of single sequences are secondary.
 */
export function primaryComparisonTable(counts: CountColumns): ComputedTable {
  const comparePaired = pairedComparer();
  const { first, second } = PRIMARY_COMPARISON;
  const tests = inFamily(
    REGIONS.map((region) => ({
      region,
      ...PRIMARY_COMPARISON,
      ...comparePaired(
        counts.perPair(first.name, region),
        counts.perPair(second.name, region),
        counts.patientOfPair,
      ),
      ...compareDetection(counts, first.name, second.name, region),
    })),
  );
  return resultTable<PrimaryTest>(
    'primary-comparison',
    {
      fr: 'Comparaison principale : IRM totale et TDM totale',
      en: 'Primary comparison: MRI total and CT total',
    },
    [
      sideColumn,
      ...comparisonColumns,
      integer('n_pairs', { fr: 'couples', en: 'pairs' }, (test) => test.n),
      ...pairedColumns(METASTASES, 'par couple', 'per pair'),
      ...familyColumns,
      ...detectionColumns,
    ],
    tests,
  );
}
