import { allMissing, type Figure, isMissing, mapped, missing } from './figure.ts';
import { normalPValue } from './normal-distribution.ts';
import type { Alternative, PValue, Reason } from './outcome.ts';
import { midranks } from './ranks.ts';
import { pairedDifferences, type Sample, withoutZeros } from './sample.ts';
import { exactSignedRankPValue } from './signed-rank-exact.ts';
import { isLawTooLarge, subsetSumLaw } from './subset-sum-law.ts';

export interface ConditionalSignedRankTest {
  readonly pValue: Figure<PValue>;
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
  const differences = pairedDifferences(x, y);
  if (isMissing(differences)) return { pValue: differences };
  const nonZero = withoutZeros(differences);
  if (nonZero.length === 0) {
    return { pValue: missing(differences.length === 0 ? 'no_observation' : 'all_zero') };
  }
  // Ranks add up to n(n + 1)/2, tied or not: a law that is too large need not be ranked.
  const n = nonZero.length;
  if (isLawTooLarge(n, n * (n + 1))) return { pValue: missing('exact_law_too_large') };
  // Midranks are whole or half: doubled, they are the weights of a law over whole numbers.
  const doubled = Array.from(midranks(nonZero.map(Math.abs)).ranks, (rank) => 2 * rank);
  const law = subsetSumLaw(doubled);
  const statistic = doubled.reduce((sum, rank, index) => sum + ((nonZero[index] ?? 0) > 0 ? rank : 0), 0);
  return { pValue: mapped(law, (known) => exactSignedRankPValue(statistic, known, alternative)) };
}

export interface PrattTest {
  readonly z: Figure;
  readonly pValue: Figure<PValue>;
}

/**
 * Pratt's signed rank test: zeros take part in the ranking, then leave the sum. Normal approximation without
 * continuity correction, two-sided (Pratt 1959 JASA 54:655). R: `coin::wilcoxsign_test(x ~ y, zero.method = "Pratt")`.
 */
export function prattTest(x: Sample, y: Sample): PrattTest {
  const noTest = (reason: Reason) => allMissing(reason, ['z', 'pValue']);
  const differences = pairedDifferences(x, y);
  if (isMissing(differences)) return noTest(differences.missing);
  if (differences.length === 0) return noTest('no_observation');
  const { ranks } = midranks(differences.map(Math.abs));
  let signedSum = 0;
  let squares = 0;
  for (let index = 0; index < differences.length; index += 1) {
    const difference = differences[index] ?? 0;
    const rank = ranks[index] ?? 0;
    signedSum += Math.sign(difference) * rank;
    squares += difference === 0 ? 0 : rank * rank;
  }
  if (squares === 0) return noTest('all_zero');
  const z = signedSum / Math.sqrt(squares);
  return { z, pValue: normalPValue(z) };
}
