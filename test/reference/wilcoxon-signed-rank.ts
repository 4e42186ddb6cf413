import * as z from 'zod';
import { median } from '#shared/statistics/descriptives.ts';
import { rankBiserial } from '#shared/statistics/rank-biserial.ts';
import { pairedDifferences, presentValues } from '#shared/statistics/sample.ts';
import { type SignedRankTest, signedRankTest } from '#shared/statistics/signed-rank-test.ts';
import { walshAverages } from '#shared/statistics/walsh-averages.ts';
import type { Answer } from './answer.ts';
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
  const { alternative, mu = 0, exact, correct, ...rest } = argsSchema.parse(args);
  const test = signedRankTest(x, y, {
    mu,
    alternative: alternatives[alternative ?? 'two.sided'],
    ...(typeof exact === 'boolean' ? { exact } : {}),
    continuityCorrection: correct ?? true,
    confidenceInterval: rest['conf.int'] ?? false,
    level: rest['conf.level'] ?? 0.95,
    rankDigits: rest['digits.rank'] ?? Number.POSITIVE_INFINITY,
    rootTolerance: rest['tol.root'] ?? 1e-4,
  });
  const error = test.reason === null ? null : (wilcoxonErrors[test.reason] ?? null);
  if (error !== null) return { expect: null, warnings: [], error };
  const differences = y === null ? presentValues(x) : (pairedDifferences(x, y) ?? new Float64Array());
  const nonZero = presentValues(differences).filter((difference) => difference - mu !== 0);
  return {
    expect: {
      statistic: test.statistic,
      ...significanceAsInR(test, alternative ?? 'two.sided', correct ?? true),
      method: test.method === null ? null : methods[test.method],
      exactUsed: test.method === 'exact',
      nUsed: test.used,
      nZero: test.zeros,
      ties: test.ties,
      estimate: test.estimate,
      estimateName: test.estimateKind === 'pseudomedian' ? '(pseudo)median' : test.estimateKind,
      ...intervalAsInR(test, rest['conf.int'] ?? false, alternative ?? 'two.sided'),
      // Quadratic in n: asked only where R's file has it.
      walshMedianNonzero: asksWalshMedian(expect) ? median(walshAverages(nonZero)) : null,
      rankBiserial: rankBiserial(test.statistic ?? 0, test.used ?? 0),
    },
    warnings: test.warnings.map((warning) => rWarnings[warning]),
    error: null,
  };
}

/** Without a difference R divides by zero: NaN, or ±∞ and 1 where a one-sided continuity correction is left over it. */
function significanceAsInR(test: SignedRankTest, alternative: string, correct: boolean) {
  if (test.reason !== 'all_zero' || alternative === 'two.sided' || !correct) {
    return { z: test.z, pValue: test.p, log10P: test.log10P };
  }
  const z = alternative === 'less' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  return { z, pValue: 1, log10P: 0 };
}

const asksWalshMedian = (expect: unknown): boolean =>
  z.object({ walshMedianNonzero: z.number() }).safeParse(expect).success;

/** Where the project has no interval, R has one of NaN (infinite on the open side) with the level 0. */
function intervalAsInR(test: SignedRankTest, asked: boolean, alternative: string) {
  if (!asked) return { confInt: null, confLevelAchieved: null };
  if (test.interval !== null) {
    const { lower, upper, level } = test.interval;
    return { confInt: [lower, upper], confLevelAchieved: level };
  }
  const lower = alternative === 'less' ? Number.NEGATIVE_INFINITY : null;
  const upper = alternative === 'greater' ? Number.POSITIVE_INFINITY : null;
  return { confInt: [lower, upper], confLevelAchieved: 0 };
}
