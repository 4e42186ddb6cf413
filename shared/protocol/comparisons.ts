import { SEQUENCES, type Sequence } from './sequences.ts';

/** A comparison of two sequences; every difference is `first − second`. */
export interface Comparison {
  readonly first: Sequence;
  readonly second: Sequence;
}

/** All 15 comparisons of two of the six sequences, in the study's fixed order. */
export const COMPARISONS: readonly Comparison[] = SEQUENCES.flatMap((first, position) =>
  SEQUENCES.slice(position + 1).map((second) => ({ first, second })),
);
