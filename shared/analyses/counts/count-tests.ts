import { familyColumns, type InFamily, inFamily } from '#shared/analyses/comparison/family.ts';
import { pairedColumns } from '#shared/analyses/comparison/paired-columns.ts';
import { type PairedComparison, pairedComparer } from '#shared/analyses/comparison/paired-comparison.ts';
import { COMPARISONS, type Comparison } from '#shared/protocol/comparisons.ts';
import { REGIONS, type Region } from '#shared/protocol/sides.ts';
import { METASTASES } from '#shared/publication/column-groups.ts';
import { comparisonColumns, sideColumn } from '#shared/publication/key-columns.ts';
import { type ComputedTable, integer, resultTable } from '#shared/publication/result-table.ts';
import type { CountColumns } from './count-columns.ts';
import { compareDetection, type DetectionComparison, detectionColumns } from './detection-comparison.ts';

interface CountTest extends Comparison, PairedComparison, InFamily, DetectionComparison {
  readonly region: Region;
}

/**
 * The secondary detection tests: every comparison of two sequences on every region, a family of 15 each. Both tests of the
 * thesis, because it never says which of the two gave a printed p (line 1075); beside them, and never instead,
 * the tests that know that a patient's pairs are not independent.
 */
export function countTestsTable(counts: CountColumns): ComputedTable {
  const comparePaired = pairedComparer();
  const tests = REGIONS.flatMap((region) =>
    inFamily(
      COMPARISONS.map(({ first, second }) => ({
        region,
        first,
        second,
        ...comparePaired(
          counts.perPair(first.name, region),
          counts.perPair(second.name, region),
          counts.patientOfPair,
        ),
        ...compareDetection(counts, first.name, second.name, region),
      })),
    ),
  );
  return resultTable<CountTest>(
    'count-tests',
    {
      fr: 'Détection, secondaire : comparaison des séquences deux à deux',
      en: 'Detection, secondary: the sequences compared two by two',
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
