import { type FollowedLesion, lesionAt, measuredBy, unmeasuredOn } from './lesion-at-visit.ts';
import type { RecistMethod } from './methods.ts';
import { RECIST } from './recist-terms.ts';
import { hasGrown } from './response.ts';
import { diameterAt, type Visit } from './visits.ts';

/*
 * Progression of all that is measured, targets or not (Eisenhauer 2009, 4.3.4: the overall burden must have grown as
 * much as it would have to in targets).
 */

/**
 * Whether the sum over all lesions that the method has measured so far is up from its own nadir by 20 % and 5 mm, at
 * each visit of a course. The nadir is of the visits before, and of the same lesions: one that was there and only not
 * measured must not look like growth when it is.
 */
export function burdenGrowth(visits: readonly Visit[], method: RecistMethod): readonly boolean[] {
  const lesions = new Map<number, FollowedLesion>();
  return visits.map((visit, position) => {
    for (const found of measuredBy(visit, method)) {
      if (!lesions.has(found.lesion)) lesions.set(found.lesion, found);
    }
    if (position === 0 || lesions.size === 0) return false;
    const followed = [...lesions.values()];
    const burdens = Array.from({ length: position + 1 }, (_, at) =>
      burdenAt(visits.slice(0, at + 1), followed),
    );
    const complete = burdens.slice(0, -1).flatMap(({ known, isComplete }) => (isComplete ? [known] : []));
    const now = burdens.at(-1);
    return now !== undefined && complete.length > 0 && hasGrown(now.known, Math.min(...complete));
  });
}

interface Burden {
  /** Of the lesions that are evaluable, in tenths of a millimetre. */
  readonly known: number;
  readonly isComplete: boolean;
}

/**
 * The burden at the last of some visits. A lesion that is there without a diameter is taken at the smallest one measured at
 * that visit, or at 5 mm where none was; but never at more than it measured last, as what was not measured is no growth.
 * Of several, as many are there as are counted beyond those measured, the largest.
 */
function burdenAt(visits: readonly Visit[], lesions: readonly FollowedLesion[]): Burden {
  const visit = visits.at(-1);
  if (visit === undefined) return { known: 0, isComplete: false };
  const states = lesions.map((lesion) => ({ lesion, state: lesionAt(visit, lesion) }));
  const diameters = states.flatMap(({ state }) => (typeof state === 'number' && state > 0 ? [state] : []));
  const smallest = diameters.length > 0 ? Math.min(...diameters) : RECIST.tooSmallMm * 10;
  const present = states.flatMap(({ lesion, state }) => (state === 'present' ? [lesion] : []));
  const unmeasured = [
    ...Map.groupBy(present, ({ sequence, side }) => `${sequence} ${side}`).values(),
  ].flatMap((alike) =>
    alike
      .map((lesion) => Math.min(smallest, lastMeasured(visits, lesion) ?? smallest))
      .toSorted((a, b) => b - a)
      .slice(0, roomFor(visit, alike)),
  );
  return {
    known: [...diameters, ...unmeasured].reduce((sum, diameter) => sum + diameter, 0),
    isComplete: states.every(({ state }) => state !== 'not_evaluable'),
  };
}

/** How many of the lesions of one side and sequence can be there without a diameter. */
function roomFor(visit: Visit, [lesion]: readonly FollowedLesion[]): number {
  return (lesion && unmeasuredOn(visit, lesion.sequence, lesion.side)) ?? 0;
}

const lastMeasured = (visits: readonly Visit[], { lesion, sequence }: FollowedLesion): number | undefined =>
  visits.map((visit) => diameterAt(visit, lesion, sequence) ?? 0).findLast((diameter) => diameter > 0);
