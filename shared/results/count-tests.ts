import { COMPARISONS, type Comparison } from '#shared/protocol/comparisons.ts';
import { REGIONS, type Region } from '#shared/protocol/sides.ts';
import { mean } from '#shared/statistics/descriptives.ts';
import { type SignedRankTest, signedRankTest } from '#shared/statistics/signed-rank-test.ts';
import { type TTest, tTest } from '#shared/statistics/t-test.ts';
import { type CountedPair, lesionCount, patientsOf } from '#shared/study/counted-pairs.ts';
import { integer, number, type ResultTable, resultTable, text } from './result-table.ts';
import { comparisonColumns, signedRankColumns, tTestColumns } from './test-columns.ts';

interface CountTest extends Comparison {
  readonly region: Region;
  readonly pairs: readonly CountedPair[];
  readonly meanDifference: number | null;
  readonly signedRank: SignedRankTest;
  readonly t: TTest;
}

/**
 * The detection tests: every comparison of two sequences on every region, both tests for each, because the
 * thesis never says which of the two gave a printed p (line 1075).
 */
export function countTestsTable(pairs: readonly CountedPair[]): ResultTable {
  const tests = REGIONS.flatMap((region) =>
    COMPARISONS.map(({ first, second }): CountTest => {
      const ofFirst = pairs.map((pair) => lesionCount(pair, first.name, region));
      const ofSecond = pairs.map((pair) => lesionCount(pair, second.name, region));
      return {
        first,
        second,
        region,
        pairs,
        meanDifference: mean(ofFirst.map((count, position) => count - (ofSecond[position] ?? 0))),
        signedRank: signedRankTest(ofFirst, ofSecond, { confidenceInterval: true }),
        t: tTest(ofFirst, ofSecond),
      };
    }),
  );
  return resultTable<CountTest>(
    'count-tests',
    {
      fr: 'Détection : comparaison des séquences deux à deux',
      en: 'Detection: the sequences compared two by two',
    },
    [
      text('side', { fr: 'côté', en: 'side' }, ({ region }) => region),
      ...comparisonColumns,
      integer('n_pairs', { fr: 'couples', en: 'pairs' }, (test) => test.pairs.length),
      integer('n_patients', { fr: 'patients', en: 'patients' }, (test) => patientsOf(test.pairs)),
      number(
        'mean_difference',
        { fr: 'différence moyenne par couple', en: 'mean difference per pair' },
        (test) => test.meanDifference,
      ),
      ...signedRankColumns,
      ...tTestColumns,
    ],
    tests,
  );
}
