import type { FollowUp } from './assessment.ts';
import { type AssessedCourse, assessmentBy, isFollowed } from './courses.ts';
import { RECIST_METHODS, type RecistMethodName } from './methods.ts';
import { type TimePoint, timePoints } from './time-points.ts';

/** What a method says of all courses at a time point. */
export interface RecistRow {
  readonly method: RecistMethodName;
  readonly timePoint: TimePoint['name'];
  readonly patients: number;
  readonly withoutTarget: number;
  readonly followUps: readonly FollowUp[];
  /** By patient, those of which every target is evaluable; patients without any are not there. */
  readonly complete: readonly (readonly CompleteFollowUp[])[];
}

export type CompleteFollowUp = FollowUp & { readonly sum: number };

const isComplete = (followUp: FollowUp): followUp is CompleteFollowUp => followUp.sum !== null;

/** For every method, each time point that a course reaches on either modality. */
export function recistRows(courses: readonly AssessedCourse[]): readonly RecistRow[] {
  const longest = courses.reduce(
    (most, { course: { visits } }) => Math.max(most, visits.mri.length - 1, visits.ct.length - 1),
    0,
  );
  return RECIST_METHODS.flatMap(({ name, modality }) => {
    const followed = courses
      .filter(({ course }) => isFollowed(course, modality))
      .map((course) => assessmentBy(name, course));
    const ofPatients = followed.flatMap((assessment) =>
      assessment?.followUps ? [assessment.followUps] : [],
    );
    return timePoints(longest).map((timePoint): RecistRow => {
      const there = followed.filter(
        (assessment) => timePoint.of(assessment?.visits.slice(1) ?? []).length > 0,
      );
      const assessed = ofPatients.map(timePoint.of).filter((own) => own.length > 0);
      return {
        method: name,
        timePoint: timePoint.name,
        patients: assessed.length,
        withoutTarget: there.length - assessed.length,
        followUps: assessed.flat(),
        complete: assessed.map((own) => own.filter(isComplete)).filter((own) => own.length > 0),
      };
    });
  });
}
