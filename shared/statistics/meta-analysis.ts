import { chiSquaredPValue } from './chi-squared-distribution.ts';
import { sum } from './descriptives.ts';
import { allMissing, type Figure, missing } from './figure.ts';
import { normalPValue } from './normal-distribution.ts';
import { normalQuantile } from './normal-quantile.ts';
import type { Interval, PValue } from './outcome.ts';
import { studentTPValue, studentTQuantile } from './student-t-distribution.ts';

/** One centre's estimate with its variance. */
export interface CentreEffect {
  readonly effect: number;
  readonly variance: number;
}

export interface PooledEffect {
  readonly estimate: Figure;
  readonly standardError: Figure;
  readonly interval: Figure<Interval>;
  readonly pValue: Figure<PValue>;
}

export interface MetaAnalysis {
  readonly centres: number;
  /** One common effect: inverse-variance weights. */
  readonly common: PooledEffect;
  /** Cochran's Q with its p, and I² = max(0, (Q − df)/Q), H² = Q/df. */
  readonly heterogeneity: Heterogeneity;
  /** τ² of DerSimonian and Laird. */
  readonly tauSquared: Figure;
  readonly random: PooledEffect;
  /** Where the effect of a further centre would lie; of five centres at least: with fewer, τ² is hardly known. */
  readonly predictionInterval: Figure<Interval>;
  /**
   * The random effect with the error of Hartung and Knapp, never below DerSimonian and Laird's, and t on k − 1 degrees
   * of freedom: the one to show.
   */
  readonly hartungKnapp: TestedEffect;
}

export interface TestedEffect extends PooledEffect {
  readonly t: Figure;
}

export interface Heterogeneity {
  readonly q: Figure;
  readonly degreesOfFreedom: number;
  readonly pValue: Figure<PValue>;
  readonly iSquared: Figure;
  readonly hSquared: Figure;
}

const FEWEST_PREDICTED_FROM = 5;
const OF_EFFECT = ['standardError', 'interval', 'pValue'] as const;

/**
 * Pools the centres' effects (Cochran 1954 Biometrics 10:101; DerSimonian & Laird 1986 Control Clin Trials 7:177;
 * Higgins & Thompson 2002 Stat Med 21:1539; Knapp & Hartung 2003 Stat Med 22:2693, whose factor is at least 1, since
 * centres that agree by chance would else have a narrower interval than one common effect; prediction interval on
 * t_{k−2} of Higgins, Thompson & Spiegelhalter 2009 JRSS-A 172:137).
 * R: `metafor::rma(yi, vi, method = "DL", test = "adhoc")`. With one centre only its own effect is given.
 */
export function metaAnalysis(centres: readonly CentreEffect[], level = 0.95): MetaAnalysis {
  const k = centres.length;
  if (k < 2) return notPooled(centres, level);
  const common = pooled(centres, 0, level);
  const q = weightedSquares(centres, 0, common.estimate);
  const degreesOfFreedom = k - 1;
  const weights = centres.map(({ variance }) => 1 / variance);
  const scale = sum(weights) - sum(weights.map((weight) => weight * weight)) / sum(weights);
  const tauSquared = Math.max(0, (q - degreesOfFreedom) / scale);
  const random = pooled(centres, tauSquared, level);
  return {
    centres: k,
    common,
    heterogeneity: {
      q,
      degreesOfFreedom,
      pValue: chiSquaredPValue(q, degreesOfFreedom),
      iSquared: q > degreesOfFreedom ? (q - degreesOfFreedom) / q : 0,
      hSquared: q / degreesOfFreedom,
    },
    tauSquared,
    random,
    predictionInterval: predictionInterval(k, tauSquared, random, level),
    hartungKnapp: hartungKnapp(centres, tauSquared, random.estimate, level),
  };
}

/** One centre's own effect, or nothing. */
function notPooled(centres: readonly CentreEffect[], level: number): MetaAnalysis {
  const reason = centres.length === 0 ? 'no_observation' : 'too_few_centres';
  const none = allMissing(reason, ['estimate', ...OF_EFFECT]);
  return {
    centres: centres.length,
    common: centres.length === 0 ? none : pooled(centres, 0, level),
    heterogeneity: {
      degreesOfFreedom: 0,
      ...allMissing('too_few_centres', ['q', 'pValue', 'iSquared', 'hSquared']),
    },
    tauSquared: missing('too_few_centres'),
    random: none,
    predictionInterval: missing('too_few_centres'),
    hartungKnapp: { ...none, t: missing(reason) },
  };
}

/** Of one centre at least. */
function pooled(centres: readonly CentreEffect[], tauSquared: number, level: number) {
  const weights = centres.map(({ variance }) => 1 / (variance + tauSquared));
  const total = sum(weights);
  const estimate = sum(centres.map(({ effect }, index) => effect * (weights[index] ?? 0))) / total;
  const standardError = Math.sqrt(1 / total);
  const reach = normalQuantile(1 - (1 - level) / 2) * standardError;
  return {
    estimate,
    standardError,
    interval: { lower: estimate - reach, upper: estimate + reach, level },
    pValue: normalPValue(estimate / standardError),
  };
}

function weightedSquares(centres: readonly CentreEffect[], tauSquared: number, about: number): number {
  return sum(centres.map(({ effect, variance }) => (effect - about) ** 2 / (variance + tauSquared)));
}

function predictionInterval(
  k: number,
  tauSquared: number,
  { estimate, standardError }: ReturnType<typeof pooled>,
  level: number,
): Figure<Interval> {
  if (k < FEWEST_PREDICTED_FROM) return missing('too_few_centres');
  const reach = studentTQuantile(1 - (1 - level) / 2, k - 2) * Math.sqrt(tauSquared + standardError ** 2);
  return { lower: estimate - reach, upper: estimate + reach, level };
}

function hartungKnapp(
  centres: readonly CentreEffect[],
  tauSquared: number,
  estimate: number,
  level: number,
): TestedEffect {
  const k = centres.length;
  const total = sum(centres.map(({ variance }) => 1 / (variance + tauSquared)));
  const factor = Math.max(1, weightedSquares(centres, tauSquared, estimate) / (k - 1));
  const standardError = Math.sqrt(factor / total);
  const t = estimate / standardError;
  const reach = studentTQuantile(1 - (1 - level) / 2, k - 1) * standardError;
  return {
    estimate,
    standardError,
    t,
    interval: { lower: estimate - reach, upper: estimate + reach, level },
    pValue: studentTPValue(t, k - 1),
  };
}
