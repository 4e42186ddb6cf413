import type { StudySettings } from '#shared/protocol/study-settings.ts';
import { type FollowedLesion, isCrowdedOut, lesionAt, measuredBy } from './lesion-at-visit.ts';
import type { RecistMethod } from './methods.ts';
import { RECIST } from './recist-terms.ts';
import type { Visit } from './visits.ts';

/*
 * Target lesions (Eisenhauer 2009, 3.1, 4.2 and 4.3.2).
 */

/** How many lesions of a pair are measured at most, which says what a lesion without a row may be. */
export type RecistSettings = Pick<StudySettings, 'mostLesionsMeasured'>;

/** In whole tenths of a millimetre, as all diameters are, so that 20 % and 30 % are exact. */
const TENTHS = 10;

/** What a course begins with on a method. */
interface Beginning {
  readonly method: RecistMethod;
  readonly visits: readonly Visit[];
}

/** The lesions of a baseline that are large enough to be a target, by number. */
const eligible = ({ method, visits: [baseline] }: Beginning): readonly FollowedLesion[] =>
  baseline === undefined
    ? []
    : measuredBy(baseline, method).filter(({ diameter }) => diameter >= RECIST.smallestTargetMm * TENTHS);

/** A method's targets: the two largest of at least 10 mm at its baseline; of equal ones the smaller number. */
export const ownTargets = (course: Beginning): readonly FollowedLesion[] =>
  eligible(course)
    .toSorted((a, b) => b.diameter - a.diameter)
    .slice(0, RECIST.mostTargets);

/**
 * The same lesions as the targets of both: those large enough on both, the two with the largest sum of both diameters; of
 * equal ones the smaller number. Each follows them on its own sequence.
 */
export function sharedTargets(
  first: Beginning,
  second: Beginning,
): readonly [readonly FollowedLesion[], readonly FollowedLesion[]] {
  const onSecond = new Map(eligible(second).map((target) => [target.lesion, target]));
  const shared = eligible(first)
    .flatMap((one) => {
      const other = onSecond.get(one.lesion);
      return other === undefined ? [] : [{ one, other }];
    })
    .toSorted((a, b) => b.one.diameter + b.other.diameter - a.one.diameter - a.other.diameter)
    .slice(0, RECIST.mostTargets);
  return [shared.map(({ one }) => one), shared.map(({ other }) => other)];
}

/** The targets at a visit: what each counts, in tenths of a millimetre; null where it is not evaluable. */
export interface TargetDiameters {
  readonly diameters: readonly (number | null)[];
  /** Whether one of them is present and too small to measure. */
  readonly tooSmall: boolean;
}

/** A target that is there without a diameter counts 5 mm, unless there was no room for its row: then it is not known. */
export function targetDiameters(
  visit: Visit,
  targets: readonly FollowedLesion[],
  { mostLesionsMeasured }: RecistSettings,
): TargetDiameters {
  const states = targets.map((target) => {
    const state = lesionAt(visit, target);
    return state === 'present' && isCrowdedOut(visit, target.lesion, mostLesionsMeasured)
      ? 'not_evaluable'
      : state;
  });
  return {
    diameters: states.map((state) => {
      if (state === 'not_evaluable') return null;
      return state === 'present' ? RECIST.tooSmallMm * TENTHS : state;
    }),
    tooSmall: states.includes('present'),
  };
}
