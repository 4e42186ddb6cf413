import { fQuantile } from './f-distribution.ts';
import { normalQuantile } from './normal-quantile.ts';
import type { Interval } from './outcome.ts';

/**
 * Wilson's score interval of a proportion; `n` may be an effective sample size and need not be whole
 * (Wilson 1927 JASA 22:209). R: `prop.test(x, n, correct = FALSE)`.
 */
export function wilsonInterval(proportion: number, n: number, level = 0.95): Interval {
  const z = normalQuantile(1 - (1 - level) / 2);
  const square = z * z;
  const centre = proportion + square / (2 * n);
  const reach = z * Math.sqrt((proportion * (1 - proportion)) / n + square / (4 * n * n));
  const scale = 1 + square / n;
  return {
    lower: Math.max(0, (centre - reach) / scale),
    upper: Math.min(1, (centre + reach) / scale),
    level,
  };
}

/** Exact interval of a proportion (Clopper & Pearson 1934 Biometrika 26:404). R: `binom.test(x, n)$conf.int`. */
export function clopperPearsonInterval(successes: number, n: number, level = 0.95): Interval {
  const tail = (1 - level) / 2;
  // The limits are quantiles of beta laws, written with those of F.
  const oddsBelow = (x: number, rest: number, probability: number) =>
    (x / rest) * fQuantile(probability, 2 * x, 2 * rest);
  const lower = successes === 0 ? 0 : oddsBelow(successes, n - successes + 1, tail);
  const upper = oddsBelow(successes + 1, n - successes, 1 - tail);
  return { lower: lower / (1 + lower), upper: successes === n ? 1 : upper / (1 + upper), level };
}
