import { allMissing, type Figure, isMissing, mapped, missing } from './figure.ts';
import { normalPValue } from './normal-distribution.ts';
import type { Alternative, PValue, Reason } from './outcome.ts';
import { midranks } from './ranks.ts';
import { differencesOf, magnitudesOf, type Sample } from './sample.ts';
import { exactSignedRankPValue } from './signed-rank-exact.ts';
import { signedRankSum } from './signed-rank-sum.ts';
import { isLawTooLarge, subsetSumLaw } from './subset-sum-law.ts';
import { tallied, withoutZeros } from './value-tally.ts';

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
  y: Sample | null,
  alternative: Alternative = 'two-sided',
): ConditionalSignedRankTest {
  const differences = differencesOf(x, y);
  if (isMissing(differences)) return { pValue: differences };
  let n = 0;
  for (let index = 0; index < differences.length; index += 1) if (differences[index] !== 0) n += 1;
  if (n === 0) return { pValue: missing(differences.length === 0 ? 'no_observation' : 'all_zero') };
  // Ranks add up to n(n + 1)/2, tied or not: a law that is too large need not be ranked.
  if (isLawTooLarge(n, n * (n + 1))) return { pValue: missing('exact_law_too_large') };
  const nonZero = differences.filter((difference) => difference !== 0);
  // Midranks are whole or half: doubled, they are the weights of a law over whole numbers.
  const doubled = Array.from(midranks(magnitudesOf(nonZero)).ranks, (rank) => 2 * rank);
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
export function prattTest(x: Sample, y: Sample | null): PrattTest {
  const noTest = (reason: Reason) => allMissing(reason, ['z', 'pValue']);
  const differences = differencesOf(x, y);
  if (isMissing(differences)) return noTest(differences.missing);
  if (differences.length === 0) return noTest('no_observation');
  const tally = withoutZeros(tallied(differences));
  const { statistic, n, tieTerm } = signedRankSum(tally, 0);
  if (n === 0) return noTest('all_zero');
  const positive = tally.values.reduce(
    (sum, value, place) =>
      sum + (value > 0 ? (tally.before[place + 1] ?? 0) - (tally.before[place] ?? 0) : 0),
    0,
  );
  // Each zero, ranked below, lifts every other rank by one.
  const zeros = differences.length - n;
  const signedSum = 2 * statistic - (n * (n + 1)) / 2 + zeros * (2 * positive - n);
  const squares = sumOfSquares(differences.length) - sumOfSquares(zeros) - tieTerm / 12;
  const z = signedSum / Math.sqrt(squares);
  return { z, pValue: normalPValue(z) };
}

/** Of the first n whole numbers; t equal ranks, each the mean of theirs, have (t³ − t)/12 less. */
const sumOfSquares = (n: number): number => (n * (n + 1) * (2 * n + 1)) / 6;
