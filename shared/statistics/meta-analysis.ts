import { chiSquaredPValue } from './chi-squared-distribution.ts';
import { sum } from './descriptives.ts';
import { normalPValue } from './normal-distribution.ts';
import { normalQuantile } from './normal-quantile.ts';
import type { Interval, Outcome } from './outcome.ts';
import { studentTPValue, studentTQuantile } from './student-t-distribution.ts';

/** One centre's estimate with its variance. */
export interface CentreEffect {
  readonly effect: number;
  readonly variance: number;
}

export interface PooledEffect extends Outcome {
  readonly estimate: number | null;
  readonly standardError: number | null;
  readonly interval: Interval | null;
  readonly p: number | null;
  readonly log10P: number | null;
}

export interface MetaAnalysis {
  readonly centres: number;
  /** One common effect: inverse-variance weights. */
  readonly common: PooledEffect;
  /** Cochran's Q with its p, and I² = max(0, (Q − df)/Q), H² = Q/df. */
  readonly heterogeneity: Heterogeneity;
  /** τ² of DerSimonian and Laird. */
  readonly tauSquared: number | null;
  readonly random: PooledEffect;
  /** Where the effect of a further centre would lie; three centres at least. */
  readonly predictionInterval: Interval | null;
  /** The random effect with the error of Hartung and Knapp, and t on k − 1 degrees of freedom: the one to show. */
  readonly hartungKnapp: PooledEffect & { readonly t: number | null };
}

export interface Heterogeneity extends Outcome {
  readonly q: number | null;
  readonly degreesOfFreedom: number;
  readonly p: number | null;
  readonly iSquared: number | null;
  readonly hSquared: number | null;
}

/**
 * Pools the centres' effects (Cochran 1954 Biometrics 10:101; DerSimonian & Laird 1986 Control Clin Trials 7:177;
 * Higgins & Thompson 2002 Stat Med 21:1539; Knapp & Hartung 2003 Stat Med 22:2693; prediction interval on t_{k−2} of
 * Higgins, Thompson & Spiegelhalter 2009 JRSS-A 172:137).
 * R: `metafor::rma(yi, vi, method = "DL", test = "knha")`. With one centre only its own effect is given.
 */
export function metaAnalysis(centres: readonly CentreEffect[], level = 0.95): MetaAnalysis {
  const k = centres.length;
  const common = pooled(centres, 0, level);
  const q = common.estimate === null || k < 2 ? null : weightedSquares(centres, 0, common.estimate);
  const degreesOfFreedom = Math.max(k - 1, 0);
  const weights = centres.map(({ variance }) => 1 / variance);
  const scale = sum(weights) - sum(weights.map((weight) => weight * weight)) / sum(weights);
  const tauSquared = q === null ? null : Math.max(0, (q - degreesOfFreedom) / scale);
  const random = tauSquared === null ? absent(k) : pooled(centres, tauSquared, level);
  return {
    centres: k,
    common,
    heterogeneity: heterogeneity(q, degreesOfFreedom),
    tauSquared,
    random,
    predictionInterval: predictionInterval(k, tauSquared, random, level),
    hartungKnapp: hartungKnapp(centres, tauSquared, random, level),
  };
}

function pooled(centres: readonly CentreEffect[], tauSquared: number, level: number): PooledEffect {
  if (centres.length === 0) return absent(0);
  const weights = centres.map(({ variance }) => 1 / (variance + tauSquared));
  const total = sum(weights);
  const estimate = sum(centres.map(({ effect }, index) => effect * (weights[index] ?? 0))) / total;
  const standardError = Math.sqrt(1 / total);
  const reach = normalQuantile(1 - (1 - level) / 2) * standardError;
  return {
    estimate,
    standardError,
    interval: { lower: estimate - reach, upper: estimate + reach, level },
    ...normalPValue(estimate / standardError),
    reason: null,
    warnings: [],
  };
}

function weightedSquares(centres: readonly CentreEffect[], tauSquared: number, about: number): number {
  return sum(centres.map(({ effect, variance }) => (effect - about) ** 2 / (variance + tauSquared)));
}

function heterogeneity(q: number | null, degreesOfFreedom: number): Heterogeneity {
  if (q === null) {
    return {
      q,
      degreesOfFreedom,
      p: null,
      iSquared: null,
      hSquared: null,
      reason: 'too_few_centres',
      warnings: [],
    };
  }
  return {
    q,
    degreesOfFreedom,
    p: chiSquaredPValue(q, degreesOfFreedom).p,
    iSquared: q > degreesOfFreedom ? (q - degreesOfFreedom) / q : 0,
    hSquared: q / degreesOfFreedom,
    reason: null,
    warnings: [],
  };
}

function predictionInterval(
  k: number,
  tauSquared: number | null,
  { estimate, standardError }: PooledEffect,
  level: number,
): Interval | null {
  if (k < 3 || tauSquared === null || estimate === null || standardError === null) return null;
  const reach = studentTQuantile(1 - (1 - level) / 2, k - 2) * Math.sqrt(tauSquared + standardError ** 2);
  return { lower: estimate - reach, upper: estimate + reach, level };
}

function hartungKnapp(
  centres: readonly CentreEffect[],
  tauSquared: number | null,
  { estimate }: PooledEffect,
  level: number,
): MetaAnalysis['hartungKnapp'] {
  const k = centres.length;
  if (tauSquared === null || estimate === null) return { ...absent(k), t: null };
  const total = sum(centres.map(({ variance }) => 1 / (variance + tauSquared)));
  const standardError = Math.sqrt(weightedSquares(centres, tauSquared, estimate) / (k - 1) / total);
  // Centres that agree to the last bit leave no error to test with.
  if (standardError <= 10 * Number.EPSILON * Math.abs(estimate)) {
    return { ...absent(k), estimate, t: null, reason: 'no_variation' };
  }
  const t = estimate / standardError;
  const reach = studentTQuantile(1 - (1 - level) / 2, k - 1) * standardError;
  return {
    estimate,
    standardError,
    t,
    interval: { lower: estimate - reach, upper: estimate + reach, level },
    ...studentTPValue(t, k - 1),
    reason: null,
    warnings: [],
  };
}

function absent(centres: number): PooledEffect {
  return {
    estimate: null,
    standardError: null,
    interval: null,
    p: null,
    log10P: null,
    reason: centres === 0 ? 'no_observation' : 'too_few_centres',
    warnings: [],
  };
}
