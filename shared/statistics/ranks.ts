import { tiedGroups } from './tied-groups.ts';

/** Midranks (ties share the mean of their ranks) and the sizes of the groups of equal values. */
export interface Ranking {
  readonly ranks: Float64Array;
  /** Σ (t³ − t) over the groups of t equal values: the correction for ties of every rank test. */
  readonly tieTerm: number;
}

/** Ranks values from 1, ties on raw doubles. R: `rank(x)`. */
export function midranks(values: ArrayLike<number>): Ranking {
  const { groupOf, sizes } = tiedGroups(values);
  const rankOf = new Float64Array(sizes.length);
  let below = 0;
  let tieTerm = 0;
  for (let group = 0; group < sizes.length; group += 1) {
    const size = sizes[group] ?? 0;
    rankOf[group] = below + (size + 1) / 2;
    tieTerm += size ** 3 - size;
    below += size;
  }
  const ranks = new Float64Array(groupOf.length);
  for (let index = 0; index < ranks.length; index += 1) ranks[index] = rankOf[groupOf[index] ?? 0] ?? 0;
  return { ranks, tieTerm };
}
