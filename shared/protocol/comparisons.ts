import { COUNTED, SEQUENCES, type Sequence, type Total, type TotalName } from './sequences.ts';

/** A comparison of two sequences; every difference is `first − second`. */
export interface Comparison {
  readonly first: Sequence;
  readonly second: Sequence;
}

/** All 15 comparisons of two of the six sequences, in the study's fixed order. */
export const COMPARISONS: readonly Comparison[] = SEQUENCES.flatMap((first, position) =>
  SEQUENCES.slice(position + 1).map((second) => ({ first, second })),
);

/** The same of all that is counted: also of a modality's total. */
export interface CountedComparison {
  readonly first: Sequence | Total;
  readonly second: Sequence | Total;
}

function totalNamed(name: TotalName): Sequence | Total {
  const found = COUNTED.find((counted) => counted.name === name);
  if (found === undefined) throw new Error(`nothing is counted as ${name}`);
  return found;
}

/** The question of the study: what MRI shows against what CT shows. */
export const PRIMARY_COMPARISON: CountedComparison = {
  first: totalNamed('mri_total'),
  second: totalNamed('ct_total'),
};
