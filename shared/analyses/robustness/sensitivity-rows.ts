import {
  type PairedComparison,
  type PrimaryClusterTest,
  primaryTest,
} from '#shared/analyses/comparison/paired-comparison.ts';
import type { CountColumns } from '#shared/analyses/counts/count-columns.ts';
import type { CountTest } from '#shared/analyses/counts/count-comparison.ts';
import type { MeasureColumns } from '#shared/analyses/measures/measure-columns.ts';
import type { MeasureTest } from '#shared/analyses/measures/measure-tests.ts';
import { COMPARISONS, type CountedComparison } from '#shared/protocol/comparisons.ts';
import type { Region } from '#shared/protocol/sides.ts';
import { clusteredDifferences, fewestPatients } from '#shared/statistics/clustered-sample.ts';
import { clusteredSignedRanks, rosnerGlynnLeeTest } from '#shared/statistics/rosner-glynn-lee.ts';
import { exactRosnerGlynnLeeTest } from '#shared/statistics/rosner-glynn-lee-exact.ts';
import { columnOfDifferences, type Sample } from '#shared/statistics/sample.ts';
import { type SignTest, signTest } from '#shared/statistics/sign-test.ts';
import {
  type ConditionalSignedRankTest,
  conditionalSignedRankTest,
  type PrattTest,
  prattTest,
} from '#shared/statistics/signed-rank-sensitivity.ts';
import { type SignedRankTest, signedRankTest } from '#shared/statistics/signed-rank-test.ts';
import type { Analysis } from './analysis-column.ts';

export interface Sensitivity extends CountedComparison {
  /** Pairs or lesions that have both values, and whose they are. */
  readonly n: number;
  readonly patients: number;
  readonly cluster: PrimaryClusterTest;
  readonly analysis: Analysis;
  /** Null for the measures, which no side divides. */
  readonly region: Region | null;
  readonly wilcoxon: SignedRankTest;
  readonly exact: ConditionalSignedRankTest;
  readonly pratt: PrattTest;
  readonly sign: SignTest;
}

/** The columns of each analysis, and the tests of them that other tables have. */
export interface SensitivitySources {
  readonly counts: CountColumns;
  readonly countTests: readonly CountTest[];
  readonly measures: MeasureColumns;
  readonly measureTests: readonly MeasureTest[];
  readonly measuresOnAny: MeasureColumns;
}

/** Each comparison by other tests of the same differences; beside them the primary test. */
export function sensitivityRows({
  counts,
  countTests,
  measures,
  measureTests,
  measuresOnAny,
}: SensitivitySources): readonly Sensitivity[] {
  return [
    ...countTests.map((test) => ({
      analysis: 'counts' as const,
      region: test.region,
      ...ofTest(test),
      ...otherwise(
        counts.perPair(test.first.name, test.region),
        counts.perPair(test.second.name, test.region),
      ),
    })),
    ...measureTests.map((test) => ({
      analysis: 'measures' as const,
      region: null,
      ...ofTest(test),
      ...otherwise(measures.diameters(test.first.name), measures.diameters(test.second.name)),
    })),
    ...COMPARISONS.map(({ first, second }) => {
      const [ofFirst, ofSecond] = [measuresOnAny.diameters(first.name), measuresOnAny.diameters(second.name)];
      return {
        analysis: 'measures_on_both' as const,
        region: null,
        ...{ first, second },
        ...byPatient(ofFirst, ofSecond, measuresOnAny.patientOfLesion),
        wilcoxon: signedRankTest(ofFirst, ofSecond),
        ...otherwise(ofFirst, ofSecond),
      };
    }),
  ];
}

function otherwise(first: Sample, second: Sample) {
  const differences = columnOfDifferences(first, second);
  return {
    exact: conditionalSignedRankTest(differences, null),
    pratt: prattTest(differences, null),
    sign: signTest(differences, null),
  };
}

/** Of a test that another table has: its ranks and its exact law are not summed up again. */
const ofTest = ({
  first,
  second,
  n,
  patients,
  cluster,
  signedRank,
}: CountedComparison & Pick<PairedComparison, 'n' | 'patients' | 'cluster' | 'signedRank'>) => ({
  ...{ first, second },
  ...{ n, patients, cluster, wilcoxon: signedRank },
});

function byPatient(first: Sample, second: Sample, patientOfRow: Uint32Array) {
  const sample = clusteredDifferences(first, second, patientOfRow);
  const ranks = clusteredSignedRanks(sample);
  return {
    n: sample.values.length,
    patients: sample.patientCount,
    cluster: primaryTest(
      exactRosnerGlynnLeeTest(sample, ranks),
      rosnerGlynnLeeTest(sample, fewestPatients, ranks),
    ),
  };
}
