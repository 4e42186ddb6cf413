import type { ReasonCode } from '#shared/publication/reasons.ts';
import { type ClusterRobustMean, clusterRobustMean } from '#shared/statistics/cluster-robust-mean.ts';
import {
  type ClusteredSample,
  clusteredDifferences,
  fewestPatients,
} from '#shared/statistics/clustered-sample.ts';
import { type DattaSattenTest, dattaSattenTest } from '#shared/statistics/datta-satten.ts';
import { mean, median, standardDeviation } from '#shared/statistics/descriptives.ts';
import { effectSizeBootstrap } from '#shared/statistics/effect-size-bootstrap.ts';
import { allMissing, type Figure, mapped, missing, whyMissing } from '#shared/statistics/figure.ts';
import type { Interval, PValue } from '#shared/statistics/outcome.ts';
import { patientBootstrap } from '#shared/statistics/patient-bootstrap.ts';
import { drawPatients, type PatientDraws } from '#shared/statistics/patient-draws.ts';
import { rankBiserial } from '#shared/statistics/rank-biserial.ts';
import { redrawnSums } from '#shared/statistics/redrawn-sums.ts';
import {
  clusteredSignedRanks,
  type RosnerGlynnLeeTest,
  rosnerGlynnLeeTest,
} from '#shared/statistics/rosner-glynn-lee.ts';
import {
  type ExactRosnerGlynnLeeTest,
  exactRosnerGlynnLeeTest,
} from '#shared/statistics/rosner-glynn-lee-exact.ts';
import type { Sample } from '#shared/statistics/sample.ts';
import {
  type SignedRankTestWithInterval,
  signedRankTestWithInterval,
} from '#shared/statistics/signed-rank-test-with-interval.ts';
import {
  type StandardisedMeanDifference,
  standardisedMeanDifference,
  type TTest,
  tTest,
} from '#shared/statistics/t-test.ts';
import { BOOTSTRAP } from './bootstrap-terms.ts';

/** The cluster-aware test that a table's adjusted p-values and conclusions rest on. */
export interface PrimaryClusterTest {
  readonly method: Figure<'exact' | 'large_sample'>;
  readonly pValue: Figure<PValue>;
}

/** Limits by redrawing whole patients. */
export interface BootstrapLimits {
  readonly standardError: Figure<number, ReasonCode>;
  readonly interval: Figure<Interval, ReasonCode>;
}

export interface EffectLimits {
  readonly rankBiserial: Figure<Interval, ReasonCode>;
  readonly dz: Figure<Interval, ReasonCode>;
}

/** Two columns compared row by row: the thesis's two tests, and beside them the tests for clustered rows. */
export interface PairedComparison {
  /** Differences, first − second, of the rows that have both. */
  readonly n: number;
  readonly patients: number;
  readonly mean: Figure;
  readonly standardDeviation: Figure;
  readonly median: Figure;
  readonly signedRank: SignedRankTestWithInterval;
  readonly t: TTest;
  readonly cluster: PrimaryClusterTest;
  readonly exact: ExactRosnerGlynnLeeTest;
  readonly largeSample: RosnerGlynnLeeTest;
  readonly dattaSatten: DattaSattenTest;
  readonly robustMean: ClusterRobustMean;
  readonly bootstrap: BootstrapLimits;
  readonly rankBiserial: Figure;
  readonly standardised: StandardisedMeanDifference;
  readonly effectLimits: EffectLimits;
}

export type ComparePaired = (first: Sample, second: Sample, patients: Uint32Array) => PairedComparison;

/**
 * Makes what compares two columns with a patient for each row, by any key. The bootstrap's draws are made once for
 * each number of patients: of one study all comparisons are made by one of these.
 */
export function pairedComparer(): ComparePaired {
  const drawsOf = new Map<number, PatientDraws>();
  return (first, second, patients) => {
    const sample = clusteredDifferences(first, second, patients);
    const signedRank = signedRankTestWithInterval(sample.values, null);
    const ranks = clusteredSignedRanks(sample);
    const exact = exactRosnerGlynnLeeTest(sample, ranks);
    const largeSample = rosnerGlynnLeeTest(sample, fewestPatients, ranks);
    return {
      n: sample.values.length,
      patients: sample.patientCount,
      mean: mean(sample.values),
      standardDeviation: standardDeviation(sample.values),
      median: median(sample.values),
      signedRank,
      t: tTest(sample.values, null),
      cluster: primaryTest(exact, largeSample),
      exact,
      largeSample,
      dattaSatten: dattaSattenTest(sample),
      robustMean: clusterRobustMean(sample),
      rankBiserial: rankBiserial(signedRank),
      standardised: standardisedMeanDifference(sample.values, null),
      ...redrawn(sample, drawsOf),
    };
  };
}

/** The exact test; where the study is too large for its law, and so large enough for the normal one, that. */
export function primaryTest(
  exact: ExactRosnerGlynnLeeTest,
  largeSample: RosnerGlynnLeeTest,
): PrimaryClusterTest {
  const tooLarge = whyMissing(exact.pValue) === 'exact_law_too_large';
  const { pValue } = tooLarge ? largeSample : exact;
  return { method: mapped(pValue, () => (tooLarge ? 'large_sample' : 'exact')), pValue };
}

function redrawn(
  sample: ClusteredSample,
  drawsOf: Map<number, PatientDraws>,
): Pick<PairedComparison, 'bootstrap' | 'effectLimits'> {
  const patients = sample.patientCount;
  if (patients > BOOTSTRAP.mostPatients) return withoutLimits('too_many_patients');
  // So few patients redrawn are nearly themselves again: the limits would be much too narrow.
  if (patients > 0 && patients < fewestPatients) return withoutLimits('too_few_patients');
  const draws = drawsOf.get(patients) ?? drawPatients(patients, BOOTSTRAP.seed, BOOTSTRAP.replicates);
  drawsOf.set(patients, draws);
  const sums = redrawnSums(sample, draws);
  const { standardError, interval } = patientBootstrap(sample, draws, sums);
  return {
    bootstrap: { standardError, interval: standardError === 0 ? missing('no_variation') : interval },
    effectLimits: effectSizeBootstrap(sample, draws, sums),
  };
}

const withoutLimits = (reason: ReasonCode): Pick<PairedComparison, 'bootstrap' | 'effectLimits'> => ({
  bootstrap: allMissing(reason, ['standardError', 'interval']),
  effectLimits: allMissing(reason, ['rankBiserial', 'dz']),
});
