import { MODALITIES, type Modality } from '#shared/protocol/sequences.ts';
import type { IncludedPatient } from '#shared/study/eligibility.ts';
import type { Reading } from '#shared/study/study.ts';
import { assess, type FollowUp, type MethodCourse, seenBy } from './assessment.ts';
import { RECIST_METHODS, type RecistMethodName } from './methods.ts';
import { ownTargets, type RecistSettings } from './targets.ts';
import { type Visit, visitsByModality } from './visits.ts';

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
  visits: visitsByModality(readings),
});

/** Whether there are two scans of a modality. */
export const isFollowed = ({ visits }: Course, modality: Modality): boolean => visits[modality].length > 1;

/** What a method says of a course. */
export interface MethodAssessment extends MethodCourse {
  /** With its own targets; null where it has none at baseline. */
  readonly followUps: readonly FollowUp[] | null;
}

/** A course, and what every method says of it. */
export interface AssessedCourse {
  readonly course: Course;
  readonly by: readonly MethodAssessment[];
}

export const assessmentBy = (name: RecistMethodName, { by }: AssessedCourse): MethodAssessment | undefined =>
  by.find(({ method }) => method.name === name);

/** A course as every method sees it. */
export const assessCourse = (course: Course, settings: RecistSettings): AssessedCourse => ({
  course,
  by: RECIST_METHODS.map((method) => {
    const seen = seenBy(course.visits[method.modality], method);
    return { ...seen, followUps: assess(seen, ownTargets(seen), settings) };
  }),
});

/**
 * The courses of the included patients who were seen again on at least one modality, as the first reader saw them; each is
 * assessed when it is asked for, as all of them take more memory than the study.
 */
export function* assessedCourses(
  included: Iterable<IncludedPatient>,
  settings: RecistSettings,
): Generator<AssessedCourse> {
  for (const patient of included) {
    if (patient.readings.length < 2) continue;
    const course = courseOf(patient, patient.readings);
    if (MODALITIES.some((modality) => isFollowed(course, modality))) yield assessCourse(course, settings);
  }
}
