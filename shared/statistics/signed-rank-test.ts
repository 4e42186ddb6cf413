import { allMissing, type Figure, isMissing, mapped, missing } from './figure.ts';
import { normalPValue } from './normal-distribution.ts';
import type { Alternative, PValue, Reason, Warning } from './outcome.ts';
import { differencesOf, presentValues, type Sample } from './sample.ts';
import { signedRankLaw } from './signed-rank-distribution.ts';
import { exactSignedRankPValue } from './signed-rank-exact.ts';
import { standardisedSignedRank } from './signed-rank-normal.ts';
import { type SignedRankSum, signedRankSum } from './signed-rank-sum.ts';
import type { SumLaw } from './subset-sum-law.ts';
import { movedBy, tallied, talliedNumber, type ValueTally, withoutZeros } from './value-tally.ts';

/** R's arguments of `wilcox.test`, with R's defaults. */
export interface SignedRankOptions {
  readonly alternative?: Alternative;
  readonly mu?: number;
  /** `true` asks for the exact law beyond n = 49; ties or a zero rule it out at any n. Default: exact iff n < 50. */
  readonly exact?: boolean;
  /** Continuity correction of the normal approximation; default `true`. */
  readonly continuityCorrection?: boolean;
  readonly rankDigits?: number;
}

export interface SignedRankTest {
  /** V, the sum of the midranks of the positive differences. */
  readonly statistic: Figure;
  /** Differences that are not zero. */
  readonly used: Figure;
  /** Differences dropped because they are zero. */
  readonly zeros: Figure;
  readonly ties: boolean;
  readonly method: Figure<'exact' | 'normal' | 'normal_with_continuity_correction'>;
  /** V in standard units, which the exact law does without. */
  readonly z: Figure<number, Reason | 'exact_law'>;
  readonly pValue: Figure<PValue>;
  /** In R's order. */
  readonly warnings: readonly Warning[];
}

const exactBelow = 50;

/**
 * Wilcoxon's signed rank test of x − y (or of x alone when `y` is `null`) about μ: zeros dropped, ties by midranks,
 * exact law or normal approximation by R's rules (Wilcoxon 1945 Biometrics Bull 1:80).
 * R 4.0–4.2: `wilcox.test(x, y, paired = TRUE)`; later versions treat ties otherwise.
 */
export function signedRankTest(x: Sample, y: Sample | null, options: SignedRankOptions = {}): SignedRankTest {
  const ranked = rankedDifferences(x, y, options);
  return isMissing(ranked) ? noSignedRankTest(ranked.missing) : testRanked(ranked, options);
}

/** What the test and its interval are made of. */
export interface RankedDifferences {
  readonly sum: SignedRankSum;
  readonly zeros: number;
  /** The differences that are not zero. */
  readonly tally: ValueTally;
  readonly law: SumLaw | 'normal';
  /** Why not the exact law, where it was wanted. */
  readonly hindrances: readonly ('ties' | 'zeros')[];
}

export function rankedDifferences(
  x: Sample,
  y: Sample | null,
  { mu = 0, exact, rankDigits }: SignedRankOptions,
): Figure<RankedDifferences> {
  if (!Number.isFinite(mu)) return missing('invalid_mu');
  const differences = differencesOf(x, y);
  if (isMissing(differences)) return differences;
  // R moves μ out and in again; the two roundings are part of its figures.
  const centred = tallied(presentValues(movedTo(differences, mu)));
  if (centred.values.length === 0) return missing('no_observation');
  const nonZero = withoutZeros(centred);
  const sum = signedRankSum(nonZero, 0, rankDigits);
  const zeros = talliedNumber(centred) - sum.n;
  const ranked = { sum, zeros, tally: movedBy(nonZero, mu) };
  if (!(exact ?? sum.n < exactBelow)) return { ...ranked, law: 'normal', hindrances: [] };
  const hindrances = [
    ...(sum.tieTerm > 0 ? ['ties' as const] : []),
    ...(zeros > 0 ? ['zeros' as const] : []),
  ];
  if (hindrances.length > 0) return { ...ranked, law: 'normal', hindrances };
  return mapped(signedRankLaw(sum.n), (law) => ({ ...ranked, law, hindrances }));
}

const movedTo = (differences: Float64Array, mu: number): Float64Array =>
  mu === 0 ? differences : differences.map((difference) => difference - mu);

export function testRanked(
  { sum, zeros, law, hindrances }: RankedDifferences,
  { alternative = 'two-sided', continuityCorrection = true }: SignedRankOptions,
): SignedRankTest {
  const { statistic, n: used, tieTerm } = sum;
  const counted = { statistic, used, zeros, ties: tieTerm > 0 };
  if (law !== 'normal') {
    return {
      ...counted,
      method: 'exact',
      z: missing('exact_law'),
      pValue: exactSignedRankPValue(statistic, law, alternative),
      warnings: [],
    };
  }
  const z = standardisedSignedRank(sum, { alternative, continuityCorrection });
  return {
    ...counted,
    method: continuityCorrection ? 'normal_with_continuity_correction' : 'normal',
    z,
    pValue: mapped(z, (known) => normalPValue(known, alternative)),
    warnings: hindrances.map((hindrance) => `no_exact_p_with_${hindrance}` as const),
  };
}

export const noSignedRankTest = (reason: Reason): SignedRankTest => ({
  ...allMissing(reason, ['statistic', 'used', 'zeros', 'method', 'z', 'pValue']),
  ties: false,
  warnings: [],
});
