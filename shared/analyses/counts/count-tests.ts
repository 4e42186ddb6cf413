import { inFamily } from '#shared/analyses/comparison/family.ts';
import type { ComparePaired } from '#shared/analyses/comparison/paired-comparison.ts';
import { COMPARISONS } from '#shared/protocol/comparisons.ts';
import { REGIONS } from '#shared/protocol/sides.ts';
import { type ComputedTable, resultTable } from '#shared/publication/result-table.ts';
import type { CountColumns } from './count-columns.ts';
import { type CountTest, compareCounts, countTestColumns } from './count-comparison.ts';

/** Every comparison of two sequences on every region, a family of 15 each. */
export const countTests = (counts: CountColumns, comparePaired: ComparePaired): readonly CountTest[] =>
  REGIONS.flatMap((region) =>
    inFamily(COMPARISONS.map((comparison) => compareCounts(counts, comparison, region, comparePaired))),
  );

/**
 * The secondary detection tests: every comparison of two sequences on every region, a family of 15 each. Both tests of the
 * thesis, because it never says which of the two gave a printed p (line 1075); beside them, and never instead,
 * the tests that know that a patient's pairs are not independent.
 */
export const countTestsTable = (tests: readonly CountTest[]): ComputedTable =>
  resultTable<CountTest>(
    'count-tests',
    {
      fr: 'Détection, secondaire : comparaison des séquences deux à deux ; p bilatéraux',
      en: 'Detection, secondary: the sequences compared two by two; two-sided p',
    },
    countTestColumns,
    tests,
  );
