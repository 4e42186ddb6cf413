import { normalPValue } from './normal-distribution.ts';
import type { Alternative, Interval, Outcome, Reason, Warning } from './outcome.ts';
import { pairedDifferences, presentValues, type Sample } from './sample.ts';
import { signedRankLaw } from './signed-rank-distribution.ts';
import { exactSignedRankLocation, exactSignedRankPValue } from './signed-rank-exact.ts';
import { approximateSignedRankLocation } from './signed-rank-interval.ts';
import { standardisedSignedRank } from './signed-rank-normal.ts';
import { type SignedRankSum, signedRankSum } from './signed-rank-sum.ts';

/** R's arguments of `wilcox.test`, with R's defaults. */
export interface SignedRankOptions {
  readonly alternative?: Alternative;
  readonly mu?: number;
  /** `true` asks for the exact law beyond n = 49; ties or a zero rule it out at any n. Default: exact iff n < 50. */
  readonly exact?: boolean;
  /** Continuity correction of the normal approximation; default `true`. */
  readonly continuityCorrection?: boolean;
  /** Also the pseudomedian and its interval; default `false`. */
  readonly confidenceInterval?: boolean;
  readonly level?: number;
  readonly rankDigits?: number;
  readonly rootTolerance?: number;
}

export interface SignedRankTest extends Outcome {
  /** V, the sum of the midranks of the positive differences. */
  readonly statistic: number | null;
  /** Differences that are not zero. */
  readonly used: number | null;
  /** Differences dropped because they are zero. */
  readonly zeros: number | null;
  readonly ties: boolean;
  readonly method: 'exact' | 'normal' | 'normal_with_continuity_correction' | null;
  /** V in standard units; `null` on the exact branch. */
  readonly z: number | null;
  readonly p: number | null;
  readonly log10P: number | null;
  /** Hodges–Lehmann pseudomedian, or the midrange when all differences are equal. */
  readonly estimate: number | null;
  readonly estimateKind: 'pseudomedian' | 'midrange' | null;
  readonly interval: Interval | null;
}

const exactBelow = 50;

/**
 * Wilcoxon's signed rank test of x − y (or of x alone when `y` is `null`) about μ: zeros dropped, ties by midranks,
 * exact law or normal approximation by R's rules (Wilcoxon 1945 Biometrics Bull 1:80).
 * R 4.0–4.2: `wilcox.test(x, y, paired = TRUE)`; later versions treat ties otherwise.
 */
export function signedRankTest(x: Sample, y: Sample | null, options: SignedRankOptions = {}): SignedRankTest {
  const { mu = 0, level = 0.95, confidenceInterval = false, rankDigits = Number.POSITIVE_INFINITY } = options;
  if (!Number.isFinite(mu)) return failure('invalid_mu');
  if (confidenceInterval && !(level > 0 && level < 1)) return failure('invalid_level');
  const differences = y === null ? presentValues(x) : pairedDifferences(x, y);
  if (differences === null) return failure('lengths_differ');
  const centred = presentValues(differences.map((difference) => difference - mu)).sort();
  if (centred.length === 0) return failure('no_observation');
  const nonZero = centred.filter((difference) => difference !== 0);
  const sum = signedRankSum(nonZero, 0, rankDigits);
  const zeros = centred.length - sum.n;
  const exactWanted = options.exact ?? sum.n < exactBelow;
  // R moves μ out and in again; the two roundings are part of its figures.
  const values = nonZero.map((difference) => difference + mu);
  const settings = { ...options, level, rankDigits, confidenceInterval };
  return exactWanted && sum.tieTerm === 0 && zeros === 0
    ? exactTest(sum, values, settings)
    : approximateTest(sum, zeros, values, exactWanted, settings);
}

type Settings = SignedRankOptions & {
  readonly level: number;
  readonly rankDigits: number;
  readonly confidenceInterval: boolean;
};

function exactTest(sum: SignedRankSum, values: Float64Array, settings: Settings): SignedRankTest {
  const { alternative = 'two-sided', level, confidenceInterval } = settings;
  const law = signedRankLaw(sum.n);
  if (law === null) return failure('exact_law_too_large');
  const location = confidenceInterval ? exactSignedRankLocation(values, law, alternative, level) : null;
  return {
    ...failure(null),
    statistic: sum.statistic,
    used: sum.n,
    zeros: 0,
    method: 'exact',
    ...exactSignedRankPValue(sum.statistic, law, alternative),
    estimate: location?.estimate ?? null,
    estimateKind: location === null ? null : 'pseudomedian',
    interval: location?.interval ?? null,
    warnings: location?.achievable === false ? ['level_not_achievable'] : [],
  };
}

function approximateTest(
  sum: SignedRankSum,
  zeros: number,
  values: Float64Array,
  exactWanted: boolean,
  settings: Settings,
): SignedRankTest {
  const { alternative = 'two-sided', continuityCorrection = true, rootTolerance = 1e-4 } = settings;
  const warnings: Warning[] = [];
  const z = standardisedSignedRank(sum, { alternative, continuityCorrection });
  const location =
    settings.confidenceInterval && sum.n > 0
      ? approximateSignedRankLocation(values, {
          ...settings,
          alternative,
          continuityCorrection,
          rootTolerance,
        })
      : null;
  if (location?.outcome === 'not_bracketed') return failure('limits_not_bracketed');
  if (location?.outcome === 'constant' && location.warns) warnings.push('no_interval_when_constant');
  if (location?.outcome === 'found' && !location.achievable) warnings.push('level_not_achievable');
  if (exactWanted) warnings.push(...whyNotExact(sum.tieTerm > 0, zeros > 0, settings.confidenceInterval));
  const found = location?.outcome === 'found' ? location : null;
  const midrange = location?.outcome === 'constant' ? location.midrange : null;
  return {
    ...failure(z === null ? 'all_zero' : null),
    statistic: sum.statistic,
    used: sum.n,
    zeros,
    ties: sum.tieTerm > 0,
    method: continuityCorrection ? 'normal_with_continuity_correction' : 'normal',
    z,
    ...(z === null ? {} : normalPValue(z, alternative)),
    estimate: found?.estimate ?? midrange,
    estimateKind: estimateKinds[location?.outcome ?? 'none'],
    interval: found?.interval ?? null,
    warnings,
  };
}

/** What R calls the estimate of a search that ended so. */
const estimateKinds = { found: 'pseudomedian', constant: 'midrange', none: null } as const;

function whyNotExact(ties: boolean, zeros: boolean, interval: boolean): Warning[] {
  const warnings: Warning[] = [];
  if (ties) warnings.push('no_exact_p_with_ties');
  if (ties && interval) warnings.push('no_exact_interval_with_ties');
  if (zeros) warnings.push('no_exact_p_with_zeros');
  if (zeros && interval) warnings.push('no_exact_interval_with_zeros');
  return warnings;
}

function failure(reason: Reason | null): SignedRankTest {
  return {
    statistic: null,
    used: null,
    zeros: null,
    ties: false,
    method: null,
    z: null,
    p: null,
    log10P: null,
    estimate: null,
    estimateKind: null,
    interval: null,
    reason,
    warnings: [],
  };
}
