import { SEQUENCE_NAMES, type SequenceName } from './sequences.ts';

/** Some of the six sequences, as bits: the first sequence is 1, the second 2, the last 32. */
export type SequenceSet = number;

export const NO_SEQUENCES: SequenceSet = 0;

/** Of sequences, each once or more. */
export const sequenceSet = (names: readonly SequenceName[]): SequenceSet =>
  names.reduce((set, name) => set | (1 << SEQUENCE_NAMES.indexOf(name)), NO_SEQUENCES);

export const EVERY_SEQUENCE = sequenceSet(SEQUENCE_NAMES);

/** All sets of sequences, in order of their bits: the empty one first, all six last. */
export const SEQUENCE_SETS: readonly SequenceSet[] = Array.from(
  { length: EVERY_SEQUENCE + 1 },
  (_, set) => set,
);

export const holds = (set: SequenceSet, name: SequenceName): boolean => (set & sequenceSet([name])) !== 0;

export const haveOneInCommon = (set: SequenceSet, other: SequenceSet): boolean => (set & other) !== 0;

/** Whether every sequence of `part` is in `whole`. */
export const isWithin = (part: SequenceSet, whole: SequenceSet): boolean => (part & ~whole) === 0;
