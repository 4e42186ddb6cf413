import { type AssessedCourse, assessCourse, courseOf, isFollowed } from '#shared/analyses/recist/courses.ts';
import type { RecistSettings } from '#shared/analyses/recist/targets.ts';
import { MODALITIES } from '#shared/protocol/sequences.ts';
import type { IncludedPatient } from '#shared/study/eligibility.ts';
import type { ReaderPair, ReadTwice } from './reader-pairs.ts';

/** A patient's course as two readers saw it, each on the same scans. */
export interface CourseReadTwice {
  readonly patient: IncludedPatient;
  readonly first: AssessedCourse;
  readonly second: AssessedCourse;
}

const byPatient = ({ readings }: ReaderPair) => [...Map.groupBy(readings, ({ patient }) => patient)];

const courseOfFirst = (patient: IncludedPatient, readings: readonly ReadTwice[]) =>
  courseOf(
    patient,
    readings.map(({ first }) => first),
  );

/** The same two readers, with the patients alone of whom both read two scans of a modality; those who have none are gone. */
export const followedByBoth = (pairs: readonly ReaderPair[]): readonly ReaderPair[] =>
  pairs
    .map((pair) => ({
      ...pair,
      readings: byPatient(pair).flatMap(([patient, own]) => {
        const course = courseOfFirst(patient, own);
        return MODALITIES.some((modality) => isFollowed(course, modality)) ? own : [];
      }),
    }))
    .filter(({ readings }) => readings.length > 0);

/** Each patient's course as both saw it: by the pairs that both read, so that baseline and nadir are of the same scans. */
export const coursesReadTwice = (pair: ReaderPair, settings: RecistSettings): readonly CourseReadTwice[] =>
  byPatient(pair).map(([patient, own]) => {
    const ofSecond = courseOf(
      patient,
      own.map(({ second }) => second),
    );
    return {
      patient,
      first: assessCourse(courseOfFirst(patient, own), settings),
      second: assessCourse(ofSecond, settings),
    };
  });
