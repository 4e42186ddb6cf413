import betainc from '@stdlib/math-base-special-betainc';
import { allMissing, type Figure, isMissing } from './figure.ts';
import { logGamma } from './log-gamma.ts';
import type { Interval, PValue } from './outcome.ts';
import { clopperPearsonInterval } from './proportion.ts';
import { differencesOf, type Sample } from './sample.ts';
import { log10Probability } from './tail-probability.ts';

export interface SignTest {
  readonly positive: Figure;
  /** Differences that are not zero. */
  readonly used: Figure;
  /** Proportion of the used differences that are positive. */
  readonly estimate: Figure;
  readonly pValue: Figure<PValue>;
  readonly interval: Figure<Interval>;
}

const TEST = ['estimate', 'pValue', 'interval'] as const;

/**
 * Sign test of paired columns: is a difference as often positive as negative? Exact, two-sided, zeros dropped
 * (Arbuthnott 1710; Dixon & Mood 1946 JASA 41:557). R: `binom.test(sum(d > 0), sum(d != 0))`.
 */
export function signTest(x: Sample, y: Sample | null): SignTest {
  const differences = differencesOf(x, y);
  if (isMissing(differences)) return allMissing(differences.missing, ['positive', 'used', ...TEST]);
  let positive = 0;
  let used = 0;
  for (let index = 0; index < differences.length; index += 1) {
    const difference = differences[index] ?? 0;
    if (difference > 0) positive += 1;
    if (difference !== 0) used += 1;
  }
  return used === 0 && differences.length > 0
    ? { positive, used, ...allMissing('all_zero', TEST) }
    : binomialTest(positive, used);
}

/** Exact two-sided test of a proportion against ½ with its Clopper–Pearson interval. R: `binom.test(x, n)`. */
export function binomialTest(positive: number, used: number): SignTest {
  if (used === 0) return { positive, used, ...allMissing('no_observation', TEST) };
  const rarer = Math.min(positive, used - positive);
  const p = Math.min(1, 2 * betainc(0.5, used - rarer, rarer + 1));
  const log10P = log10Probability(
    p,
    () => 1 - p,
    () => logTwoTails(rarer, used),
  );
  return {
    positive,
    used,
    estimate: positive / used,
    pValue: { p, log10P },
    interval: clopperPearsonInterval(positive, used),
  };
}

/** ln 2P(X ≤ k) of a fair binomial: its last term times a geometric-like series. */
function logTwoTails(k: number, n: number): number {
  let term = 1;
  let series = 1;
  for (let below = k; below > 0 && term > Number.EPSILON * series; below -= 1) {
    term *= below / (n - below + 1);
    series += term;
  }
  const logTerm = logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1) - n * Math.LN2;
  return logTerm + Math.log(2 * series);
}
