import betainc from '@stdlib/math-base-special-betainc';
import { exp, log1p } from './elementary-functions.ts';
import { logGamma } from './log-gamma.ts';

/** P(F > x). R: `pf(x, df1, df2, lower.tail = FALSE)`. */
export function fUpperTail(x: number, numeratorDf: number, denominatorDf: number): number {
  const lower = fLowerTail(x, numeratorDf, denominatorDf);
  // Near 1 from the small side, whose argument is not rounded to 1; never 1 − cdf further out, which would cancel.
  if (lower < 0.5) return 1 - lower;
  return betainc(denominatorDf / (denominatorDf + numeratorDf * x), denominatorDf / 2, numeratorDf / 2);
}

function fLowerTail(x: number, numeratorDf: number, denominatorDf: number): number {
  return betainc((numeratorDf * x) / (denominatorDf + numeratorDf * x), numeratorDf / 2, denominatorDf / 2);
}

/**
 * The x of which a proportion `probability` of the law lies below, 0 < probability < 1. R: `qf`.
 *
 * Newton's method on the logarithm of the smaller tail against ln x: that function is concave, so after at most one
 * overshoot the steps approach the root from one side. They are cut to 1 lest the overshoot leave the doubles.
 */
export function fQuantile(probability: number, numeratorDf: number, denominatorDf: number): number {
  const lower = probability <= 0.5;
  const target = Math.log(lower ? probability : 1 - probability);
  const a = numeratorDf / 2;
  const b = denominatorDf / 2;
  const logBeta = logGamma(a) + logGamma(b) - logGamma(a + b);
  let logX = 0;
  for (let iteration = 0; iteration < 200; iteration += 1) {
    const x = exp(logX);
    const odds = (a * x) / b;
    const logDensity = a * Math.log(odds) - (a + b) * log1p(odds) - logBeta;
    const tail = (lower ? fLowerTail : fUpperTail)(x, numeratorDf, denominatorDf);
    const step = ((Math.log(tail) - target) * tail) / exp(logDensity);
    logX += Math.max(-1, Math.min(1, lower ? -step : step));
    if (Math.abs(step) < 1e-15) break;
  }
  return exp(logX);
}
