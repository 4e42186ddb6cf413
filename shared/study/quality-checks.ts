import type { CountedPair } from './counted-pairs.ts';
import type { IncludedPatient } from './eligibility.ts';
import type { MeasuredLesion } from './measured-lesions.ts';
import { doubtChecks } from './quality-doubts.ts';
import { extremeChecks } from './quality-extremes.ts';
import { leftOutChecks } from './quality-left-out.ts';
import { lesionChecks, recistChecks } from './quality-lesions.ts';
import type { QualityCheck } from './quality-tally.ts';
import type { Course } from './recist-courses.ts';
import type { Study } from './study.ts';

export interface QualitySources {
  readonly study: Study;
  readonly included: readonly IncludedPatient[];
  readonly pairs: readonly CountedPair[];
  readonly lesions: readonly MeasuredLesion[];
  readonly courses: readonly Course[];
}

/** Every check, in the order of the analyses. */
export const qualityChecks = ({
  study,
  included,
  pairs,
  lesions,
  courses,
}: QualitySources): readonly QualityCheck[] => [
  ...leftOutChecks(study, included),
  ...lesionChecks(included, lesions),
  ...recistChecks(lesions, courses),
  ...doubtChecks(study, included, pairs, lesions),
  ...extremeChecks(included, pairs, lesions),
];
