import type { FollowUp } from './assessment.ts';
import { type AssessedCourse, followUpsAt, type TimePoint, timePoints } from './follow-ups.ts';
import { RECIST_METHODS, type RecistMethodName } from './methods.ts';

/** What a method says of all courses at a time point. */
export interface RecistRow {
  readonly method: RecistMethodName;
  readonly timePoint: TimePoint['name'];
  readonly patients: number;
  readonly withoutTarget: number;
  readonly followUps: readonly FollowUp[];
  /** Those of which every target was measured, with their sum in tenths of a millimetre. */
  readonly complete: readonly CompleteFollowUp[];
  /** How many patients these are of. */
  readonly completePatients: number;
}

export type CompleteFollowUp = FollowUp & { readonly sum: number };

const isComplete = (followUp: FollowUp): followUp is CompleteFollowUp => followUp.sum !== null;

/** For every method, each time point that a course reaches. */
export const recistRows = (courses: readonly AssessedCourse[]): readonly RecistRow[] =>
  RECIST_METHODS.flatMap((method) =>
    timePoints(courses).map((timePoint): RecistRow => {
      const patients = followUpsAt(courses, method, timePoint);
      const complete = patients.map((own) => (own ?? []).filter(isComplete));
      return {
        method: method.name,
        timePoint: timePoint.name,
        patients: patients.filter((own) => own !== null).length,
        withoutTarget: patients.filter((own) => own === null).length,
        followUps: patients.flatMap((own) => own ?? []),
        complete: complete.flat(),
        completePatients: complete.filter((own) => own.length > 0).length,
      };
    }),
  );
