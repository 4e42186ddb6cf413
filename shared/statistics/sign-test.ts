import betainc from '@stdlib/math-base-special-betainc';
import { logGamma } from './log-gamma.ts';
import type { Interval, Outcome } from './outcome.ts';
import { clopperPearsonInterval } from './proportion.ts';
import { pairedDifferences, type Sample } from './sample.ts';
import { log10Probability } from './tail-probability.ts';

export interface SignTest extends Outcome {
  readonly positive: number | null;
  /** Differences that are not zero. */
  readonly used: number | null;
  /** Proportion of the used differences that are positive. */
  readonly estimate: number | null;
  readonly p: number | null;
  readonly log10P: number | null;
  readonly interval: Interval | null;
}

/**
 * Sign test of paired columns: is a difference as often positive as negative? Exact, two-sided, zeros dropped
 * (Arbuthnott 1710; Dixon & Mood 1946 JASA 41:557). R: `binom.test(sum(d > 0), sum(d != 0))`.
 */
export function signTest(x: Sample, y: Sample): SignTest {
  const differences = pairedDifferences(x, y);
  if (differences === null)
    return { ...binomialTest(0, 0), positive: null, used: null, reason: 'lengths_differ' };
  const positive = differences.filter((difference) => difference > 0).length;
  const test = binomialTest(positive, differences.filter((difference) => difference !== 0).length);
  return test.used === 0 && differences.length > 0 ? { ...test, reason: 'all_zero' } : test;
}

/** Exact two-sided test of a proportion against ½ with its Clopper–Pearson interval. R: `binom.test(x, n)`. */
export function binomialTest(positive: number, used: number): SignTest {
  if (used === 0) {
    return {
      positive,
      used,
      estimate: null,
      p: null,
      log10P: null,
      interval: null,
      reason: 'no_observation',
      warnings: [],
    };
  }
  const rarer = Math.min(positive, used - positive);
  const p = Math.min(1, 2 * betainc(0.5, used - rarer, rarer + 1));
  return {
    positive,
    used,
    estimate: positive / used,
    p,
    log10P: log10Probability(
      p,
      () => 1 - p,
      () => logTwoTails(rarer, used),
    ),
    interval: clopperPearsonInterval(positive, used),
    reason: null,
    warnings: [],
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
