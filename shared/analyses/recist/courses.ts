import { MODALITIES, type Modality } from '#shared/protocol/sequences.ts';
import type { IncludedPatient } from '#shared/study/eligibility.ts';
import type { Reading } from '#shared/study/study.ts';
import { assess, type FollowUp, type MethodCourse, seenBy } from './assessment.ts';
import { RECIST_METHODS, type RecistMethodName } from './methods.ts';
import { ownTargets, type RecistSettings } from './targets.ts';
import { type Visit, visitsOf } from './visits.ts';

/*
 * Who is assessed (Eisenhauer 2009, 3.1 and 4.1): who has measurable disease at baseline, and was seen again.
 */

/** What one reader saw of one patient, in order of time on each modality; the first visit is the baseline. */
export interface Course {
  readonly patient: IncludedPatient;
  readonly visits: Readonly<Record<Modality, readonly Visit[]>>;
}

/** The course that some readings of a patient make: those of one reader. */
export const courseOf = (patient: IncludedPatient, readings: readonly Reading[]): Course => ({
  patient,
  visits: { mri: visitsOf(readings, 'mri'), ct: visitsOf(readings, 'ct') },
});

/** Whether there are two scans of a modality. */
export const isFollowed = ({ visits }: Course, modality: Modality): boolean => visits[modality].length > 1;

/** The courses of the included patients who were seen again on at least one modality, as the first reader saw them. */
export const recistCourses = (included: readonly IncludedPatient[]): readonly Course[] =>
  included
    .map((patient) => courseOf(patient, patient.readings))
    .filter((course) => MODALITIES.some((modality) => isFollowed(course, modality)));

/** What a method says of a course with its own targets; null where it has none at baseline. */
export interface MethodAssessment {
  readonly seen: MethodCourse;
  readonly followUps: readonly FollowUp[] | null;
}

/** A course as every method sees it. */
export interface AssessedCourse {
  readonly course: Course;
  readonly by: ReadonlyMap<RecistMethodName, MethodAssessment>;
}

export const assessCourses = (
  courses: readonly Course[],
  settings: RecistSettings,
): readonly AssessedCourse[] =>
  courses.map((course) => ({
    course,
    by: new Map(
      RECIST_METHODS.map((method) => {
        const seen = seenBy(course.visits[method.modality], method);
        return [method.name, { seen, followUps: assess(seen, ownTargets(seen), settings) }];
      }),
    ),
  }));
