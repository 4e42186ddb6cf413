import type { ClusteredSample } from './clustered-sample.ts';
import { sum } from './descriptives.ts';
import type { Outcome, PValue } from './outcome.ts';
import { clusteredSignedRanks } from './rosner-glynn-lee.ts';
import { exactSignedRankPValue } from './signed-rank-exact.ts';
import { subsetSumLaw } from './subset-sum-law.ts';

export interface ExactRosnerGlynnLeeTest extends Outcome {
  readonly used: number;
  readonly patients: number;
  /** Sum of all signed ranks. */
  readonly statistic: number | null;
  readonly p: number | null;
  readonly log10P: number | null;
  readonly pLess: number | null;
  readonly pGreater: number | null;
}

/**
 * Exact signed rank test of clustered pairs: the law of Σ ± Sᵢ when the sign of each patient's sum of signed ranks Sᵢ
 * is decided by a coin, ties included; p = 2 min(P≤, P≥) (Rosner, Glynn & Lee 2006 Biometrics 62:185). The primary
 * test of the study, because several pairs and lesions of a patient are not independent.
 */
export function exactRosnerGlynnLeeTest(differences: ClusteredSample): ExactRosnerGlynnLeeTest {
  const { sample, sums } = clusteredSignedRanks(differences);
  const none = {
    used: sample.values.length,
    patients: sample.patientCount,
    statistic: null,
    p: null,
    log10P: null,
    pLess: null,
    pGreater: null,
    warnings: [],
  };
  if (sample.values.length === 0) {
    return { ...none, reason: differences.values.length === 0 ? 'no_observation' : 'all_zero' };
  }
  const statistic = sum(sums);
  // (Σ ± Sᵢ + Σ|Sᵢ|)/2 is the sum of a random subset of the |Sᵢ|; doubled, the half ranks of ties are whole.
  const weights = Array.from(sums, (total) => 2 * Math.abs(total));
  const law = subsetSumLaw(weights);
  if (law === null) return { ...none, statistic, reason: 'exact_law_too_large' };
  const observed = sum(sums.map((total) => 2 * Math.max(total, 0)));
  const tail = (alternative: 'two-sided' | 'less' | 'greater'): PValue =>
    exactSignedRankPValue(observed, law, alternative);
  return {
    ...none,
    statistic,
    ...tail('two-sided'),
    pLess: tail('less').p,
    pGreater: tail('greater').p,
    reason: null,
  };
}
