import { assess, type FollowUp } from './assessment.ts';
import { assessBy, type Course } from './courses.ts';
import { isWhole, RECIST_METHODS, type RecistMethod } from './methods.ts';
import type { Response } from './response.ts';
import { type RecistSettings, sharedTargets } from './targets.ts';
import type { Visit } from './visits.ts';

/** A patient's course as it is seen twice: by the same reader on two methods, or by two readers. */
export interface ComparedCourse {
  readonly first: Course;
  readonly second: Course;
}

/** Which two methods are compared, and over which courses. */
export interface Comparison {
  readonly first: RecistMethod;
  readonly second: RecistMethod;
  readonly courses: readonly ComparedCourse[];
}

/** MRI with CT as a whole, then each MRI sequence with each CT phase. */
export function modalityComparisons(courses: readonly Course[]): readonly Comparison[] {
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
      const [one, other] = [course.first, course.second];
      const positions = followedOnBoth(one.visits[first.modality], other.visits[second.modality]);
      if (positions.length === 0) return [];
      const [ofFirst, ofSecond] =
        choice === 'own'
          ? [assessBy(one, first, settings), assessBy(other, second, settings)]
          : assessShared(course, first, second, settings);
      return positions.map(([onFirst, onSecond]) => ({
        first: ofFirst?.[onFirst - 1]?.response ?? null,
        second: ofSecond?.[onSecond - 1]?.response ?? null,
      }));
    })
    .filter((followUps) => followUps.length > 0);

function assessShared(
  { first, second }: ComparedCourse,
  firstMethod: RecistMethod,
  secondMethod: RecistMethod,
  settings: RecistSettings,
): readonly [readonly FollowUp[] | null, readonly FollowUp[] | null] {
  const one = first.visits[firstMethod.modality];
  const other = second.visits[secondMethod.modality];
  const [[baseline], [otherBaseline]] = [one, other];
  if (baseline === undefined || otherBaseline === undefined) return [null, null];
  const [targets, otherTargets] = sharedTargets(
    { visit: baseline, method: firstMethod },
    { visit: otherBaseline, method: secondMethod },
  );
  return [assess(one, firstMethod, targets, settings), assess(other, secondMethod, otherTargets, settings)];
}

/**
 * The visits of both that stand in one pair, and are the baseline of neither: their positions, in order of time.
 * Pairs of the same two scans are one.
 */
function followedOnBoth(
  first: readonly Visit[],
  second: readonly Visit[],
): readonly (readonly [number, number])[] {
  const pairsOf = ({ readings }: Visit) => readings.map(({ pair }) => pair.pair);
  return first.flatMap((visit, onFirst) =>
    second.flatMap((other, onSecond): readonly (readonly [number, number])[] => {
      const shared = pairsOf(visit).some((pair) => pairsOf(other).includes(pair));
      return shared && onFirst > 0 && onSecond > 0 ? [[onFirst, onSecond]] : [];
    }),
  );
}
