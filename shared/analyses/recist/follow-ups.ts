import { type Digit, digit } from '#shared/publication/vocabulary.ts';
import { assess, type FollowUp, type RecistSettings } from './assessment.ts';
import type { Course } from './courses.ts';
import { RECIST_METHODS, type RecistMethod, type RecistMethodName } from './methods.ts';

/** A course as every method sees it. */
export interface AssessedCourse {
  /** The follow-ups by method; null where the method has no target at baseline. */
  readonly by: ReadonlyMap<RecistMethodName, readonly FollowUp[] | null>;
  readonly followUps: number;
}

export const assessCourses = (
  courses: readonly Course[],
  settings: RecistSettings,
): readonly AssessedCourse[] =>
  courses.map((course) => ({
    by: new Map(RECIST_METHODS.map((method) => [method.name, assess(course, method, settings)])),
    followUps: course.followUps.length,
  }));

/** Which follow-ups of each course a row speaks of: all, each patient's last one, or his first, second … */
export interface TimePoint {
  readonly name: 'all' | 'last' | Digit;
  /** Positions among a course's follow-ups. */
  readonly positions: (followUps: number) => readonly number[];
}

/** All follow-ups, the last, then the first, the second … as far as the longest course goes. */
export function timePoints(courses: readonly AssessedCourse[]): readonly TimePoint[] {
  const longest = courses.reduce((most, { followUps }) => Math.max(most, followUps), 0);
  return [
    { name: 'all', positions: (followUps) => Array.from({ length: followUps }, (_, position) => position) },
    { name: 'last', positions: (followUps) => [followUps - 1] },
    ...Array.from({ length: longest }, (_, position) => ({
      name: digit(position + 1),
      positions: (followUps: number) => (position < followUps ? [position] : []),
    })),
  ];
}

/** What a method says at a time point: a course's follow-ups, or null for a course without a target on it. */
export const followUpsAt = (
  courses: readonly AssessedCourse[],
  { name }: RecistMethod,
  { positions }: TimePoint,
): readonly (readonly FollowUp[] | null)[] =>
  courses
    .filter(({ followUps }) => positions(followUps).length > 0)
    .map(({ by, followUps }) => {
      const assessed = by.get(name) ?? null;
      return (
        assessed &&
        positions(followUps).flatMap((position) => {
          const followUp = assessed[position];
          return followUp === undefined ? [] : [followUp];
        })
      );
    });
