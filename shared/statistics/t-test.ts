import { mean, variance } from './descriptives.ts';
import { exp } from './elementary-functions.ts';
import { allMissing, type Figure, isMissing, missing } from './figure.ts';
import { logGammaHalfStep } from './log-gamma.ts';
import type { Alternative, Interval, PValue } from './outcome.ts';
import { differencesOf, type Sample } from './sample.ts';
import { studentTPValue, studentTQuantile } from './student-t-distribution.ts';

/** R's arguments of `t.test`, with R's defaults. */
export interface TTestOptions {
  readonly alternative?: Alternative;
  readonly mu?: number;
  readonly level?: number;
}

export interface TTest {
  /** Complete pairs. */
  readonly n: Figure;
  readonly statistic: Figure;
  readonly degreesOfFreedom: Figure;
  readonly pValue: Figure<PValue>;
  /** The mean of the differences. */
  readonly estimate: Figure;
  readonly standardError: Figure;
  readonly interval: Figure<Interval>;
}

const TEST = ['statistic', 'pValue', 'interval'] as const;
const OF_DIFFERENCES = [...TEST, 'degreesOfFreedom', 'estimate', 'standardError'] as const;
const FIGURES = [...OF_DIFFERENCES, 'n'] as const;

/**
 * Student's t test of the mean of x − y (or of x alone when `y` is `null`) against μ (Student 1908 Biometrika 6:1).
 * R: `t.test(x, y, paired = TRUE)`.
 */
export function tTest(x: Sample, y: Sample | null, options: TTestOptions = {}): TTest {
  const { alternative = 'two-sided', mu = 0, level = 0.95 } = options;
  if (Number.isNaN(mu)) return allMissing('invalid_mu', FIGURES);
  if (!(level >= 0 && level <= 1)) return allMissing('invalid_level', FIGURES);
  const differences = differencesOf(x, y);
  if (isMissing(differences)) return allMissing(differences.missing, FIGURES);
  const n = differences.length;
  const estimate = mean(differences);
  const squared = variance(differences);
  if (isMissing(estimate) || n < 2) return { n, ...allMissing('too_few_observations', OF_DIFFERENCES) };
  if (isMissing(squared)) return { n, ...allMissing(squared.missing, OF_DIFFERENCES) };
  const standardError = Math.sqrt(squared / n);
  if (standardError < 10 * Number.EPSILON * Math.abs(estimate)) {
    return { n, ...allMissing('no_variation', OF_DIFFERENCES) };
  }
  const degreesOfFreedom = n - 1;
  const known = { n, degreesOfFreedom, estimate, standardError };
  if (standardError === 0) return { ...known, ...allMissing('all_zero', TEST) };
  const statistic = (estimate - mu) / standardError;
  const reach = studentTQuantile(alternative === 'two-sided' ? 1 - (1 - level) / 2 : level, degreesOfFreedom);
  const lower = alternative === 'less' ? Number.NEGATIVE_INFINITY : statistic - reach;
  const upper = alternative === 'greater' ? Number.POSITIVE_INFINITY : statistic + reach;
  return {
    ...known,
    statistic,
    pValue: studentTPValue(statistic, degreesOfFreedom, alternative),
    interval: { lower: mu + lower * standardError, upper: mu + upper * standardError, level },
  };
}

/** Mean difference in units of the differences' standard deviation. */
export interface StandardisedMeanDifference {
  /** Cohen's d_z. */
  readonly dz: Figure;
  /** Hedges' g_z, d_z without its small-sample bias; needs three pairs. */
  readonly gz: Figure;
}

/**
 * d_z = mean(d)/sd(d) and g_z = J(n − 1) d_z with the exact J(ν) = Γ(ν/2) / (√(ν/2) Γ((ν − 1)/2))
 * (Hedges 1981 J Educ Stat 6:107).
 */
export function standardisedMeanDifference(x: Sample, y: Sample | null): StandardisedMeanDifference {
  const { statistic, n } = tTest(x, y);
  if (isMissing(n)) return { dz: n, gz: n };
  if (isMissing(statistic)) return { dz: statistic, gz: statistic };
  const dz = statistic / Math.sqrt(n);
  if (n < 3) return { dz, gz: missing('too_few_observations') };
  const half = (n - 1) / 2;
  const bias = exp(logGammaHalfStep(half - 0.5) - Math.log(half) / 2);
  return { dz, gz: bias * dz };
}
