import { mean, sum } from './descriptives.ts';
import { allMissing, type Figure, isMissing } from './figure.ts';
import type { PValue } from './outcome.ts';
import { studentTPValue } from './student-t-distribution.ts';

export interface LinearRegression {
  readonly intercept: Figure;
  readonly slope: Figure;
  readonly standardError: Figure;
  readonly t: Figure;
  readonly pValue: Figure<PValue>;
}

const TEST = ['t', 'pValue'] as const;
const FIGURES = ['intercept', 'slope', 'standardError', ...TEST] as const;

/** Least-squares line of y on x with the t test of its slope; needs three points and an x that varies. R: `lm(y ~ x)`. */
export function linearRegression(x: ArrayLike<number>, y: ArrayLike<number>): LinearRegression {
  const centreX = mean(x);
  const centreY = mean(y);
  if (isMissing(centreX) || isMissing(centreY) || x.length < 3) {
    return allMissing('too_few_observations', FIGURES);
  }
  const away = Float64Array.from(x, (value) => value - centreX);
  const spread = sum(away.map((value) => value * value));
  if (spread === 0) return allMissing('no_variation', FIGURES);
  const slope = sum(away.map((value, index) => value * ((y[index] ?? Number.NaN) - centreY))) / spread;
  const intercept = centreY - slope * centreX;
  const degreesOfFreedom = x.length - 2;
  const residuals = sum(
    away.map((value, index) => ((y[index] ?? Number.NaN) - centreY - slope * value) ** 2),
  );
  const standardError = Math.sqrt(residuals / degreesOfFreedom / spread);
  const line = { intercept, slope, standardError };
  if (standardError === 0 && slope === 0) return { ...line, ...allMissing('no_variation', TEST) };
  // R warns of an "essentially perfect fit", by this rule: what is left of the residuals is rounding.
  const fitted = { square: centreY ** 2, variance: (slope ** 2 * spread) / (x.length - 1) };
  if (residuals < 1e-30 * (fitted.square + fitted.variance)) {
    return { ...line, ...allMissing('perfect_fit', TEST) };
  }
  const t = slope / standardError;
  return { ...line, t, pValue: studentTPValue(t, degreesOfFreedom) };
}
