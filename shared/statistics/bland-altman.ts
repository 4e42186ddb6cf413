import { mean, standardDeviation } from './descriptives.ts';
import { type LinearRegression, linearRegression } from './linear-regression.ts';
import { normalQuantile } from './normal-quantile.ts';
import type { Interval, Outcome } from './outcome.ts';
import { completePairs, type Sample } from './sample.ts';
import { studentTQuantile } from './student-t-distribution.ts';

/** Limits that hold 95 % of the differences. */
export const limitsMultiplier = normalQuantile(0.975);

export interface Limits {
  readonly lower: number;
  readonly upper: number;
}

export interface BlandAltman extends Outcome {
  readonly n: number;
  readonly bias: number | null;
  readonly standardDeviation: number | null;
  readonly limits: Limits | null;
  readonly biasStandardError: number | null;
  readonly limitsStandardError: number | null;
  readonly biasInterval: Interval | null;
  readonly lowerLimitInterval: Interval | null;
  readonly upperLimitInterval: Interval | null;
  /** Mean of the differences in per cent of the pairs' means. */
  readonly meanPercent: number | null;
  /** Differences regressed on means: does the bias grow with the size? */
  readonly proportional: LinearRegression;
}

/**
 * Bland and Altman's limits of agreement of x − y, bias ± 1.96 s, with
 * SE of a limit = s √(1/n + 1.96²/(2(n − 1))) and t intervals (Bland & Altman 1986 Lancet 327:307; 1999 Stat Methods
 * Med Res 8:135).
 */
export function blandAltman(x: Sample, y: Sample, level = 0.95): BlandAltman {
  const pairs = completePairs(x, y);
  if (pairs === null) return { ...emptyBlandAltman, n: 0, reason: 'lengths_differ' };
  const n = pairs.x.length;
  const none = { ...emptyBlandAltman, n };
  const differences = pairs.x.map((value, index) => value - (pairs.y[index] ?? Number.NaN));
  const means = pairs.x.map((value, index) => (value + (pairs.y[index] ?? Number.NaN)) / 2);
  const bias = mean(differences);
  if (bias === null) return { ...none, reason: 'no_observation' };
  const meanPercent = mean(
    differences.map((difference, index) => (100 * difference) / (means[index] ?? Number.NaN)),
  );
  const spread = standardDeviation(differences);
  if (spread === null) return { ...none, bias, meanPercent, reason: 'too_few_observations' };
  const biasStandardError = spread / Math.sqrt(n);
  const limitsStandardError = spread * Math.sqrt(1 / n + limitsMultiplier ** 2 / (2 * (n - 1)));
  const t = studentTQuantile(1 - (1 - level) / 2, n - 1);
  const around = (centre: number, error: number): Interval => ({
    lower: centre - t * error,
    upper: centre + t * error,
    level,
  });
  const limits = { lower: bias - limitsMultiplier * spread, upper: bias + limitsMultiplier * spread };
  return {
    n,
    bias,
    standardDeviation: spread,
    limits,
    biasStandardError,
    limitsStandardError,
    biasInterval: around(bias, biasStandardError),
    lowerLimitInterval: around(limits.lower, limitsStandardError),
    upperLimitInterval: around(limits.upper, limitsStandardError),
    meanPercent,
    proportional: linearRegression(means, differences),
    reason: null,
    warnings: [],
  };
}

const emptyBlandAltman: Omit<BlandAltman, 'n' | 'reason'> = {
  bias: null,
  standardDeviation: null,
  limits: null,
  biasStandardError: null,
  limitsStandardError: null,
  biasInterval: null,
  lowerLimitInterval: null,
  upperLimitInterval: null,
  meanPercent: null,
  proportional: linearRegression([], []),
  warnings: [],
};
