import { mean, variance } from './descriptives.ts';
import { logGammaHalfStep } from './log-gamma.ts';
import type { Alternative, Interval, Outcome, Reason } from './outcome.ts';
import { pairedDifferences, presentValues, type Sample } from './sample.ts';
import { studentTPValue, studentTQuantile } from './student-t-distribution.ts';

/** R's arguments of `t.test`, with R's defaults. */
export interface TTestOptions {
  readonly alternative?: Alternative;
  readonly mu?: number;
  readonly level?: number;
}

export interface TTest extends Outcome {
  /** Complete pairs. */
  readonly n: number | null;
  readonly statistic: number | null;
  readonly degreesOfFreedom: number | null;
  readonly p: number | null;
  readonly log10P: number | null;
  /** The mean of the differences. */
  readonly estimate: number | null;
  readonly standardError: number | null;
  readonly interval: Interval | null;
}

/**
 * Student's t test of the mean of x − y (or of x alone when `y` is `null`) against μ (Student 1908 Biometrika 6:1).
 * R: `t.test(x, y, paired = TRUE)`.
 */
export function tTest(x: Sample, y: Sample | null, options: TTestOptions = {}): TTest {
  const { alternative = 'two-sided', mu = 0, level = 0.95 } = options;
  if (Number.isNaN(mu)) return failure('invalid_mu');
  if (!(level >= 0 && level <= 1)) return failure('invalid_level');
  const differences = y === null ? presentValues(x) : pairedDifferences(x, y);
  if (differences === null) return failure('lengths_differ');
  const n = differences.length;
  const estimate = mean(differences);
  const squared = variance(differences);
  if (estimate === null || n < 2) return { ...failure('too_few_observations'), n };
  if (squared === null) return { ...failure('infinite_value'), n };
  const standardError = Math.sqrt(squared / n);
  if (standardError < 10 * Number.EPSILON * Math.abs(estimate)) return { ...failure('no_variation'), n };
  const degreesOfFreedom = n - 1;
  const known = { ...failure(null), n, degreesOfFreedom, estimate, standardError };
  if (standardError === 0) return { ...known, reason: 'all_zero' };
  const statistic = (estimate - mu) / standardError;
  const reach = studentTQuantile(alternative === 'two-sided' ? 1 - (1 - level) / 2 : level, degreesOfFreedom);
  const lower = alternative === 'less' ? Number.NEGATIVE_INFINITY : statistic - reach;
  const upper = alternative === 'greater' ? Number.POSITIVE_INFINITY : statistic + reach;
  return {
    ...known,
    statistic,
    ...studentTPValue(statistic, degreesOfFreedom, alternative),
    interval: { lower: mu + lower * standardError, upper: mu + upper * standardError, level },
  };
}

/** Mean difference in units of the differences' standard deviation. */
export interface StandardisedMeanDifference extends Outcome {
  /** Cohen's d_z. */
  readonly dz: number | null;
  /** Hedges' g_z, d_z without its small-sample bias; needs three pairs. */
  readonly gz: number | null;
}

/**
 * d_z = mean(d)/sd(d) and g_z = J(n − 1) d_z with the exact J(ν) = Γ(ν/2) / (√(ν/2) Γ((ν − 1)/2))
 * (Hedges 1981 J Educ Stat 6:107).
 */
export function standardisedMeanDifference(x: Sample, y: Sample): StandardisedMeanDifference {
  const test = tTest(x, y);
  const { statistic, n, degreesOfFreedom } = test;
  if (statistic === null || n === null || degreesOfFreedom === null) {
    return { dz: null, gz: null, reason: test.reason, warnings: [] };
  }
  const dz = statistic / Math.sqrt(n);
  if (degreesOfFreedom < 2) return { dz, gz: null, reason: 'too_few_observations', warnings: [] };
  const half = degreesOfFreedom / 2;
  const bias = Math.exp(logGammaHalfStep(half - 0.5) - Math.log(half) / 2);
  return { dz, gz: bias * dz, reason: null, warnings: [] };
}

function failure(reason: Reason | null): TTest {
  return {
    n: null,
    statistic: null,
    degreesOfFreedom: null,
    p: null,
    log10P: null,
    estimate: null,
    standardError: null,
    interval: null,
    reason,
    warnings: [],
  };
}
