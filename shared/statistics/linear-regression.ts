import { mean, sum } from './descriptives.ts';
import type { Outcome } from './outcome.ts';
import { studentTPValue } from './student-t-distribution.ts';

export interface LinearRegression extends Outcome {
  readonly intercept: number | null;
  readonly slope: number | null;
  readonly standardError: number | null;
  readonly t: number | null;
  readonly p: number | null;
  readonly log10P: number | null;
}

/** Least-squares line of y on x with the t test of its slope; needs three points and an x that varies. R: `lm(y ~ x)`. */
export function linearRegression(x: ArrayLike<number>, y: ArrayLike<number>): LinearRegression {
  const none = {
    intercept: null,
    slope: null,
    standardError: null,
    t: null,
    p: null,
    log10P: null,
    warnings: [],
  };
  const centreX = mean(x);
  const centreY = mean(y);
  if (centreX === null || centreY === null || x.length < 3)
    return { ...none, reason: 'too_few_observations' };
  const away = Float64Array.from(x, (value) => value - centreX);
  const spread = sum(away.map((value) => value * value));
  if (spread === 0) return { ...none, reason: 'no_variation' };
  const slope = sum(away.map((value, index) => value * ((y[index] ?? Number.NaN) - centreY))) / spread;
  const intercept = centreY - slope * centreX;
  const degreesOfFreedom = x.length - 2;
  const residuals = sum(
    away.map((value, index) => ((y[index] ?? Number.NaN) - centreY - slope * value) ** 2),
  );
  const standardError = Math.sqrt(residuals / degreesOfFreedom / spread);
  if (standardError === 0 && slope === 0) {
    return { ...none, intercept, slope, standardError, reason: 'no_variation' };
  }
  // R warns of an "essentially perfect fit", by this rule: what is left of the residuals is rounding.
  const fitted = { square: centreY ** 2, variance: (slope ** 2 * spread) / (x.length - 1) };
  if (residuals < 1e-30 * (fitted.square + fitted.variance)) {
    return { ...none, intercept, slope, standardError, reason: 'perfect_fit' };
  }
  const t = slope / standardError;
  return {
    intercept,
    slope,
    standardError,
    t,
    ...studentTPValue(t, degreesOfFreedom),
    reason: null,
    warnings: [],
  };
}
