import { FIRST_READER } from './pairs.ts';
import type { ReaderRow } from './readers.ts';

/** The readers of the template's example rows: that of its pairs, and one whose number hardly any centre reaches. */
export const EXAMPLE_READERS: readonly ReaderRow[] = [
  { reader: FIRST_READER, role: 'radiologist', years_of_experience: 12, blinded: true },
  { reader: 9, role: 'resident', years_of_experience: 3, blinded: false },
];

const isLike = (one: ReaderRow, other: ReaderRow): boolean =>
  one.reader === other.reader &&
  one.role === other.role &&
  one.years_of_experience === other.years_of_experience &&
  one.blinded === other.blinded;

/** Whether all examples stand among some rows: one of them alone may be a centre's own reader. */
export const hasExampleReaders = (rows: readonly ReaderRow[]): boolean =>
  EXAMPLE_READERS.every((example) => rows.some((row) => isLike(row, example)));

export const isExampleReader = (row: ReaderRow): boolean =>
  EXAMPLE_READERS.some((example) => isLike(row, example));
