import { measuredTenths } from '#shared/analyses/measures/measured-lesions.ts';
import type { SequenceName } from '#shared/protocol/sequences.ts';
import { SEQUENCE_NAMES } from '#shared/protocol/sequences.ts';
import type { Side } from '#shared/protocol/sides.ts';
import type { LesionRow } from '#shared/tables/lesions.ts';
import { countColumn } from '#shared/tables/pairs.ts';
import type { RecistMethod } from './methods.ts';
import { countAt, diameterAt, shownAt, type Visit } from './visits.ts';

/*
 * What becomes of a lesion (Eisenhauer 2009, 4.3.2; EORTC's questions, "lesions less than 5 mm").
 */

/** A lesion as a method follows it: RECIST asks for the same technique at every visit (3.2). */
export interface FollowedLesion {
  readonly lesion: number;
  readonly side: Side;
  readonly sequence: SequenceName;
  /** When it is first measured, in tenths of a millimetre. */
  readonly diameter: number;
}

/** The lesions that a method measures at a visit, each on the sequence that shows it largest; of equal ones the first. */
export const measuredBy = (visit: Visit, { sequences }: RecistMethod): readonly FollowedLesion[] =>
  shownAt(visit, sequences).map(({ lesion, side }) =>
    sequences
      .map((sequence) => ({ lesion, side, sequence, diameter: diameterAt(visit, lesion, sequence) ?? 0 }))
      .reduce((largest, each) => (each.diameter > largest.diameter ? each : largest)),
  );

/**
 * A lesion at a visit: its diameter in tenths of a millimetre, 0 where it is gone; present without a diameter; or not
 * evaluable.
 */
export type LesionState = number | 'present' | 'not_evaluable';

/**
 * - Its row has a diameter: that one, also under 5 mm; 0: it is gone.
 * - No row or a blank: gone where its sequence counts no more lesions on that side than were measured there, and so where
 *   it counts none; present where it counts more.
 * - Not evaluable where the lesions of the side could not be counted, or where the reader says that those that are there
 *   cannot be measured (coalescent, blurred).
 */
export function lesionAt(
  visit: Visit,
  { lesion, side, sequence }: Omit<FollowedLesion, 'diameter'>,
): LesionState {
  const diameter = diameterAt(visit, lesion, sequence);
  if (diameter !== null) return diameter;
  const unmeasured = unmeasuredOn(visit, sequence, side);
  if (unmeasured === null) return 'not_evaluable';
  if (unmeasured === 0) return 0;
  const blurred = visit.readings.every(({ pair }) => pair.measurable === 'not_measurable');
  return blurred ? 'not_evaluable' : 'present';
}

/** How many lesions of a side a sequence counts beyond those measured on it; null where they could not be counted. */
export function unmeasuredOn(visit: Visit, sequence: SequenceName, side: Side): number | null {
  const counted = countAt(visit, countColumn(sequence, side));
  if (counted === null) return null;
  const measured = shownAt(visit, [sequence]).filter((shown) => shown.side === side);
  return Math.max(0, counted - measured.length);
}

/** Whether as many others were measured as a pair has at most: a lesion without a row may only not be among the largest. */
export const isCrowdedOut = (visit: Visit, lesion: number, mostLesionsMeasured: number): boolean =>
  visit.readings.every(
    ({ lesions }) =>
      lesions.filter((row) => row.lesion !== lesion && isMeasured(row)).length >= mostLesionsMeasured,
  );

const isMeasured = (row: LesionRow): boolean =>
  SEQUENCE_NAMES.some((sequence) => measuredTenths(row, sequence) !== null);
