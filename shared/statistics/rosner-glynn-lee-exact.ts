import type { ClusteredSample } from './clustered-sample.ts';
import { sum } from './descriptives.ts';
import { allMissing, type Figure, isMissing } from './figure.ts';
import type { Alternative, PValue } from './outcome.ts';
import { clusteredSignedRanks, type SignedRanks } from './rosner-glynn-lee.ts';
import { exactSignedRankPValue } from './signed-rank-exact.ts';
import { subsetSumLaw } from './subset-sum-law.ts';

export interface ExactRosnerGlynnLeeTest {
  readonly used: number;
  readonly patients: number;
  /** Sum of all signed ranks. */
  readonly statistic: Figure;
  readonly pValue: Figure<PValue>;
  /** One-sided. */
  readonly less: Figure<PValue>;
  readonly greater: Figure<PValue>;
}

const P_VALUES = ['pValue', 'less', 'greater'] as const;

/**
 * Exact signed rank test of clustered pairs: the law of Σ ± Sᵢ when the sign of each patient's sum of signed ranks Sᵢ
 * is decided by a coin, ties included; p = 2 min(P≤, P≥) (Rosner, Glynn & Lee 2006 Biometrics 62:185). The primary
 * test of the study, because several pairs and lesions of a patient are not independent.
 *
 * @param ranks those of the differences, where they are known.
 */
export function exactRosnerGlynnLeeTest(
  differences: ClusteredSample,
  ranks: SignedRanks = clusteredSignedRanks(differences),
): ExactRosnerGlynnLeeTest {
  const { sample, sums } = ranks;
  const counts = { used: sample.values.length, patients: sample.patientCount };
  if (sample.values.length === 0) {
    const reason = differences.values.length === 0 ? 'no_observation' : 'all_zero';
    return { ...counts, ...allMissing(reason, ['statistic', ...P_VALUES]) };
  }
  const statistic = sum(sums);
  // (Σ ± Sᵢ + Σ|Sᵢ|)/2 is the sum of a random subset of the |Sᵢ|; doubled, the half ranks of ties are whole.
  const weights = Array.from(sums, (total) => 2 * Math.abs(total));
  const law = subsetSumLaw(weights);
  if (isMissing(law)) return { ...counts, statistic, ...allMissing(law.missing, P_VALUES) };
  const observed = sum(sums.map((total) => 2 * Math.max(total, 0)));
  const tail = (alternative: Alternative) => exactSignedRankPValue(observed, law, alternative);
  return {
    ...counts,
    statistic,
    pValue: tail('two-sided'),
    less: tail('less'),
    greater: tail('greater'),
  };
}
