import * as z from 'zod';
import { isMissing, mapped, whyMissing } from '#shared/statistics/figure.ts';
import { rankBiserial } from '#shared/statistics/rank-biserial.ts';
import { pairedDifferences, presentValues } from '#shared/statistics/sample.ts';
import { type SignedRankTest, signedRankTest } from '#shared/statistics/signed-rank-test.ts';
import {
  type SignedRankTestWithInterval,
  signedRankTestWithInterval,
} from '#shared/statistics/signed-rank-test-with-interval.ts';
import { tallied } from '#shared/statistics/value-tally.ts';
import { hodgesLehmannEstimate, walshAverage } from '#shared/statistics/walsh-averages.ts';
import type { Answer } from './answer.ts';
import { limitsAsInR, pAsInR } from './as-in-r.ts';
import type { ReferenceCase } from './fixtures.ts';
import { number, vector } from './numbers.ts';
import { alternatives, rWarnings, wilcoxonErrors } from './r-messages.ts';

const inputSchema = z.strictObject({ x: vector, y: vector.nullish() });
const argsSchema = z.strictObject({
  alternative: z.enum(['two.sided', 'less', 'greater']).optional(),
  mu: number.optional(),
  paired: z.literal(true).optional(),
  exact: z.boolean().nullish(),
  correct: z.boolean().optional(),
  'conf.int': z.boolean().optional(),
  'conf.level': number.optional(),
  'digits.rank': number.optional(),
  'tol.root': number.optional(),
});

const methods = {
  exact: 'Wilcoxon signed rank exact test',
  normal: 'Wilcoxon signed rank test',
  normal_with_continuity_correction: 'Wilcoxon signed rank test with continuity correction',
};

export function wilcoxonSignedRank({ input, args, expect }: ReferenceCase): Answer {
  const { x, y = null } = inputSchema.parse(input);
  const { alternative = 'two.sided', mu = 0, exact, correct = true, ...rest } = argsSchema.parse(args);
  const options = {
    mu,
    alternative: alternatives[alternative],
    ...(typeof exact === 'boolean' ? { exact } : {}),
    continuityCorrection: correct,
    rankDigits: rest['digits.rank'] ?? Number.POSITIVE_INFINITY,
  };
  const located = rest['conf.int']
    ? signedRankTestWithInterval(x, y, {
        ...options,
        level: rest['conf.level'] ?? 0.95,
      })
    : null;
  const test = located ?? signedRankTest(x, y, options);
  const error = isMissing(test.pValue) ? (wilcoxonErrors[test.pValue.missing] ?? null) : null;
  if (error !== null) return { expect: null, warnings: [], error };
  return {
    expect: {
      statistic: test.statistic,
      ...significanceAsInR(test, alternative, correct),
      method: mapped(test.method, (method) => methods[method]),
      exactUsed: test.method === 'exact',
      nUsed: test.used,
      nZero: test.zeros,
      ties: test.ties,
      ...(located === null
        ? notAsked
        : locationAsInR(
            asFoundByR(located, expect, rest['tol.root'] ?? 1e-4, nonZeroDifferences(x, y, mu)),
            alternative,
          )),
      walshMedianNonzero: asksWalshMedian(expect)
        ? hodgesLehmannEstimate(tallied(nonZeroDifferences(x, y, mu)))
        : null,
      rankBiserial: rankBiserial(test),
    },
    warnings: test.warnings.map((warning) => rWarnings[warning]),
    error: null,
  };
}

type Column = z.infer<typeof vector>;

/** Ascending. */
function nonZeroDifferences(x: Column, y: Column | null, mu: number): Float64Array {
  const differences = y === null ? presentValues(x) : pairedDifferences(x, y);
  if (isMissing(differences)) throw new Error('R stops at columns of unlike lengths');
  return presentValues(differences)
    .filter((difference) => difference - mu !== 0)
    .sort();
}

/** Without a difference R divides by zero: NaN, or ±∞ and 1 where a one-sided continuity correction is left over it. */
function significanceAsInR({ z, pValue }: SignedRankTest, alternative: string, correct: boolean) {
  if (whyMissing(pValue) !== 'all_zero' || alternative === 'two.sided' || !correct) {
    return { z, pValue: pAsInR(pValue), log10P: mapped(pValue, ({ log10P }) => log10P) };
  }
  return {
    z: alternative === 'less' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY,
    pValue: 1,
    log10P: 0,
  };
}

const asksWalshMedian = (expect: unknown): boolean =>
  z.object({ walshMedianNonzero: z.number() }).safeParse(expect).success;

const foundByR = z.object({ estimate: number, confInt: z.tuple([number, number]) });

/**
 * R's own estimate and limits where its root search, which stops at `tolerance`, ends at ours: its figures are checked,
 * not its steps. Of an even number of Walsh averages the search may end anywhere between the two middle ones, of which
 * ours is the mean. The exact branch does not search, and ours are to be R's.
 */
function asFoundByR(
  located: SignedRankTestWithInterval,
  expected: unknown,
  tolerance: number,
  differences: Float64Array,
): SignedRankTestWithInterval {
  const found = foundByR.safeParse(expected);
  const { method, estimate, interval } = located;
  if (!found.success || method === 'exact' || isMissing(estimate) || isMissing(interval)) return located;
  const [lower, upper] = found.data.confInt;
  const number = (differences.length * (differences.length + 1)) / 2;
  const tally = tallied(differences);
  const between = {
    low: walshAverage(tally, Math.floor((number - 1) / 2)),
    high: walshAverage(tally, Math.floor(number / 2)),
  };
  const within = (wanted: number, { low, high }: typeof between, ours: number) =>
    wanted >= low - tolerance && wanted <= high + tolerance ? wanted : ours;
  const at = (limit: number) => ({ low: limit, high: limit });
  return {
    ...located,
    estimate: within(found.data.estimate, between, estimate),
    interval: {
      ...interval,
      lower: within(lower, at(interval.lower), interval.lower),
      upper: within(upper, at(interval.upper), interval.upper),
    },
  };
}

const notAsked = { estimate: null, estimateName: null, confInt: null, confLevelAchieved: null };

/** Where the project has no interval, R has one of NaN (infinite on the open side) with the level 0. */
function locationAsInR(
  { estimate, estimateKind, interval }: SignedRankTestWithInterval,
  alternative: string,
) {
  const estimateName = estimateKind === 'pseudomedian' ? '(pseudo)median' : estimateKind;
  if (!isMissing(interval)) {
    return { estimate, estimateName, confInt: limitsAsInR(interval), confLevelAchieved: interval.level };
  }
  const lower = alternative === 'less' ? Number.NEGATIVE_INFINITY : null;
  const upper = alternative === 'greater' ? Number.POSITIVE_INFINITY : null;
  return { estimate, estimateName, confInt: [lower, upper], confLevelAchieved: 0 };
}
