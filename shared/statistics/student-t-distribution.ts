import betainc from '@stdlib/math-base-special-betainc';
import tCdf from '@stdlib/stats-base-dists-t-cdf';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { exp, log1p } from './elementary-functions.ts';
import { logGammaHalfStep } from './log-gamma.ts';
import type { Alternative, PValue } from './outcome.ts';
import { continuedFraction, log10Probability } from './tail-probability.ts';

/** The t of which a proportion `probability` of the law lies below. R: `qt`. */
export function studentTQuantile(probability: number, degreesOfFreedom: number): number {
  return tQuantile(probability, degreesOfFreedom);
}

/** p-value of a t statistic; the degrees of freedom need not be whole. R: `pt`. */
export function studentTPValue(
  t: number,
  degreesOfFreedom: number,
  alternative: Alternative = 'two-sided',
): PValue {
  const sides = alternative === 'two-sided' ? 2 : 1;
  const towards = alternative === 'two-sided' ? Math.abs(t) : alternative === 'greater' ? t : -t;
  const p = sides === 2 ? bothTails(towards, degreesOfFreedom) : tCdf(-towards, degreesOfFreedom);
  const complement = () =>
    sides === 2 ? betweenTails(towards, degreesOfFreedom) : tCdf(towards, degreesOfFreedom);
  const naturalLog = () => Math.log(sides / 2) + logBothTails(towards, degreesOfFreedom);
  return { p, log10P: log10Probability(p, complement, naturalLog) };
}

/** P(|T| > t): near 1 from the centre of the law, where the tail's own series loses digits for a tiny t. */
function bothTails(t: number, degreesOfFreedom: number): number {
  const between = betweenTails(t, degreesOfFreedom);
  // Never 1 − cdf further out: it would cancel.
  return between < 0.5 ? 1 - between : 2 * tCdf(-t, degreesOfFreedom);
}

/** P(|T| ≤ t). */
function betweenTails(t: number, degreesOfFreedom: number): number {
  const square = t * t;
  return Number.isFinite(square)
    ? betainc(square / (degreesOfFreedom + square), 0.5, degreesOfFreedom / 2)
    : 1;
}

/**
 * ln P(|T| > t) for a t so far out that the probability underflows: the continued fraction of the incomplete beta
 * function I_x(ν/2, ½) at x = ν/(ν + t²) (Abramowitz & Stegun 1964, 26.5.8).
 */
function logBothTails(t: number, degreesOfFreedom: number): number {
  const a = degreesOfFreedom / 2;
  const b = 0.5;
  const scaled = t / Math.sqrt(degreesOfFreedom);
  const logX = scaled > 1e150 ? -2 * Math.log(scaled) : -log1p(scaled * scaled);
  const x = exp(logX);
  const fraction = continuedFraction(1, (index) => {
    const m = Math.floor(index / 2);
    const numerator =
      index % 2 === 0
        ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
        : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    return [numerator, 1];
  });
  const logBeta = Math.log(Math.PI) / 2 - logGammaHalfStep(a);
  return a * logX - b * log1p(1 / (scaled * scaled)) - Math.log(a) - logBeta - Math.log(fraction);
}
