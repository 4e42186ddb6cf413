import { allMissing, type Figure, isMissing } from './figure.ts';
import type { Interval, Reason, Warning } from './outcome.ts';
import type { Sample } from './sample.ts';
import { exactSignedRankLocation } from './signed-rank-exact.ts';
import { approximateSignedRankLocation } from './signed-rank-interval.ts';
import type { SignedRankLocation } from './signed-rank-location.ts';
import {
  noSignedRankTest,
  type RankedDifferences,
  rankedDifferences,
  type SignedRankOptions,
  type SignedRankTest,
  testRanked,
} from './signed-rank-test.ts';

export interface SignedRankIntervalOptions extends SignedRankOptions {
  readonly level?: number;
}

export interface SignedRankTestWithInterval extends SignedRankTest {
  /** Hodges–Lehmann pseudomedian, or the midrange when all differences are equal. */
  readonly estimate: Figure;
  readonly estimateKind: Figure<SignedRankLocation['estimateKind']>;
  readonly interval: Figure<Interval>;
}

const LOCATION = ['estimate', 'estimateKind', 'interval'] as const;

/**
 * Wilcoxon's signed rank test with the location of the differences and its interval.
 * R 4.0–4.2: `wilcox.test(x, y, paired = TRUE, conf.int = TRUE)`; beyond its exact law R's location is that of a root
 * search, up to 1e-4 beside the Walsh averages that are given here.
 */
export function signedRankTestWithInterval(
  x: Sample,
  y: Sample | null,
  options: SignedRankIntervalOptions = {},
): SignedRankTestWithInterval {
  const { level = 0.95 } = options;
  if (!(level > 0 && level < 1)) return nothing('invalid_level');
  const ranked = rankedDifferences(x, y, options);
  if (isMissing(ranked)) return nothing(ranked.missing);
  const test = testRanked(ranked, options);
  if (ranked.sum.n === 0) return { ...test, ...allMissing('all_zero', LOCATION), warnings: notExact(ranked) };
  const { law, tally } = ranked;
  const { alternative = 'two-sided', continuityCorrection = true } = options;
  const location =
    law === 'normal'
      ? approximateSignedRankLocation(tally, { alternative, continuityCorrection }, level)
      : exactSignedRankLocation(tally, law, alternative, level);
  return { ...test, ...location, warnings: [...location.warnings, ...notExact(ranked)] };
}

const notExact = ({ hindrances }: RankedDifferences): readonly Warning[] =>
  hindrances.flatMap((hindrance) => [
    `no_exact_p_with_${hindrance}` as const,
    `no_exact_interval_with_${hindrance}` as const,
  ]);

const nothing = (reason: Reason): SignedRankTestWithInterval => ({
  ...noSignedRankTest(reason),
  ...allMissing(reason, LOCATION),
});
