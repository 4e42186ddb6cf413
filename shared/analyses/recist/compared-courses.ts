import { assess, type FollowUp, type MethodCourse } from './assessment.ts';
import { type AssessedCourse, assessmentBy } from './courses.ts';
import { isWhole, RECIST_METHODS, type RecistMethod } from './methods.ts';
import type { Response } from './response.ts';
import { type RecistSettings, sharedTargets } from './targets.ts';
import type { Visit } from './visits.ts';

/** A patient's course as it is seen twice: by the same reader on two methods, or by two readers. */
export interface ComparedCourse {
  readonly first: AssessedCourse;
  readonly second: AssessedCourse;
}

/** Which two methods are compared, and over which courses. */
export interface Comparison {
  readonly first: RecistMethod;
  readonly second: RecistMethod;
  readonly courses: readonly ComparedCourse[];
}

/** MRI with CT as a whole, then each MRI sequence with each CT phase. */
export function modalityComparisons(courses: readonly AssessedCourse[]): readonly Comparison[] {
  const twice = courses.map((course) => ({ first: course, second: course }));
  return ofModality('mri').flatMap((first) =>
    ofModality('ct')
      .filter((second) => isWhole(first) === isWhole(second))
      .map((second) => ({ first, second, courses: twice })),
  );
}

const ofModality = (wanted: RecistMethod['modality']): readonly RecistMethod[] =>
  RECIST_METHODS.filter(({ modality }) => modality === wanted);

/** Whether each of both follows its own targets, or both the same lesions. */
export const TARGET_CHOICES = ['own', 'same'] as const;
export type TargetChoice = (typeof TARGET_CHOICES)[number];

/** What both say of one follow-up; null where one cannot evaluate it, or has no target. */
export interface ComparedFollowUp {
  readonly first: Response | null;
  readonly second: Response | null;
}

/** The follow-ups that are one on both scans, patient by patient in order of time; patients without any are not there. */
export const comparedFollowUps = (
  { first, second, courses }: Comparison,
  choice: TargetChoice,
  settings: RecistSettings,
): readonly (readonly ComparedFollowUp[])[] =>
  courses
    .map((course) => {
      const one = assessmentBy(first.name, course.first);
      const other = assessmentBy(second.name, course.second);
      if (one === undefined || other === undefined) return [];
      const positions = followedOnBoth(one.visits, other.visits);
      if (positions.length === 0) return [];
      const [ofFirst, ofSecond] =
        choice === 'own' ? [one.followUps, other.followUps] : assessShared(one, other, settings);
      return positions.map(([onFirst, onSecond]) => ({
        first: ofFirst?.[onFirst - 1]?.response ?? null,
        second: ofSecond?.[onSecond - 1]?.response ?? null,
      }));
    })
    .filter((followUps) => followUps.length > 0);

function assessShared(
  first: MethodCourse,
  second: MethodCourse,
  settings: RecistSettings,
): readonly [readonly FollowUp[] | null, readonly FollowUp[] | null] {
  const [targets, otherTargets] = sharedTargets(first, second);
  return [assess(first, targets, settings), assess(second, otherTargets, settings)];
}

/**
 * The visits of both that stand in one pair, and are the baseline of neither: their positions, in order of time.
 * Pairs of the same two scans are one.
 */
export function followedOnBoth(
  first: readonly Visit[],
  second: readonly Visit[],
): readonly (readonly [number, number])[] {
  const positions: (readonly [number, number])[] = [];
  first.forEach((visit, position) => {
    if (position === 0) return;
    second.forEach((other, otherPosition) => {
      if (otherPosition > 0 && shareAPair(visit, other)) positions.push([position, otherPosition]);
    });
  });
  return positions;
}

const shareAPair = (visit: Visit, other: Visit): boolean =>
  visit.readings.some(({ pair }) => other.readings.some((reading) => reading.pair.pair === pair.pair));
