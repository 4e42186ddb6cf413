import { normalPValue } from './normal-distribution.ts';
import type { Alternative, Outcome } from './outcome.ts';
import { midranks } from './ranks.ts';
import { pairedDifferences, type Sample } from './sample.ts';
import { exactSignedRankPValue } from './signed-rank-exact.ts';
import { subsetSumLaw } from './subset-sum-law.ts';

export interface ConditionalSignedRankTest extends Outcome {
  readonly p: number | null;
  readonly log10P: number | null;
}

/**
 * Signed rank test by the exact law of V given the observed midranks, so exact with ties too; zeros dropped
 * (Streitberg & Röhmel 1986 Stat Softw Newsl 12:10). R: `exactRankTests::wilcox.exact(x, y, paired = TRUE)`, and
 * `wilcox.test` itself from R 4.6 on for n < 50.
 */
export function conditionalSignedRankTest(
  x: Sample,
  y: Sample,
  alternative: Alternative = 'two-sided',
): ConditionalSignedRankTest {
  const none = { p: null, log10P: null, warnings: [] };
  const differences = pairedDifferences(x, y);
  if (differences === null) return { ...none, reason: 'lengths_differ' };
  const nonZero = differences.filter((difference) => difference !== 0);
  if (nonZero.length === 0)
    return { ...none, reason: differences.length === 0 ? 'no_observation' : 'all_zero' };
  // Midranks are whole or half: doubled, they are the weights of a law over whole numbers.
  const doubled = Array.from(midranks(nonZero.map(Math.abs)).ranks, (rank) => 2 * rank);
  const law = subsetSumLaw(doubled);
  if (law === null) return { ...none, reason: 'exact_law_too_large' };
  const statistic = doubled.reduce((sum, rank, index) => sum + ((nonZero[index] ?? 0) > 0 ? rank : 0), 0);
  return { ...exactSignedRankPValue(statistic, law, alternative), reason: null, warnings: [] };
}

export interface PrattTest extends Outcome {
  readonly z: number | null;
  readonly p: number | null;
  readonly log10P: number | null;
}

/**
 * Pratt's signed rank test: zeros take part in the ranking, then leave the sum. Normal approximation without
 * continuity correction, two-sided (Pratt 1959 JASA 54:655). R: `coin::wilcoxsign_test(x ~ y, zero.method = "Pratt")`.
 */
export function prattTest(x: Sample, y: Sample): PrattTest {
  const none = { z: null, p: null, log10P: null, warnings: [] };
  const differences = pairedDifferences(x, y);
  if (differences === null) return { ...none, reason: 'lengths_differ' };
  if (differences.length === 0) return { ...none, reason: 'no_observation' };
  const { ranks } = midranks(differences.map(Math.abs));
  let signedSum = 0;
  let squares = 0;
  for (const [index, difference] of differences.entries()) {
    const rank = ranks[index] ?? 0;
    signedSum += Math.sign(difference) * rank;
    squares += difference === 0 ? 0 : rank * rank;
  }
  if (squares === 0) return { ...none, reason: 'all_zero' };
  const z = signedSum / Math.sqrt(squares);
  return { z, ...normalPValue(z), reason: null, warnings: [] };
}
