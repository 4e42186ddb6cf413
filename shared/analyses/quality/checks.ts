import type { CountedPair } from '#shared/analyses/counts/counted-pairs.ts';
import type { MeasuredLesion } from '#shared/analyses/measures/measured-lesions.ts';
import type { StudySettings } from '#shared/protocol/study-settings.ts';
import type { IncludedPatient } from '#shared/study/eligibility.ts';
import type { Study } from '#shared/study/study.ts';
import { acrossTablesChecks } from './across-tables.ts';
import { doubtChecks } from './doubts.ts';
import { extremeChecks } from './extremes.ts';
import { leftOutChecks } from './left-out.ts';
import { lesionChecks, recistChecks } from './lesions.ts';
import { listedChecks } from './listed.ts';
import type { QualityCheck } from './tally.ts';

export interface QualitySources {
  readonly study: Study;
  readonly included: readonly IncludedPatient[];
  readonly pairs: readonly CountedPair[];
  readonly lesions: readonly MeasuredLesion[];
  /** Those who were seen again: see `assessedCourses`. */
  readonly followed: readonly IncludedPatient[];
}

/** Every check, in the order of the analyses. */
export const qualityChecks = (
  { study, included, pairs, lesions, followed }: QualitySources,
  settings: StudySettings,
): readonly QualityCheck[] => [
  ...leftOutChecks(study, included, settings),
  ...lesionChecks(included, lesions),
  ...recistChecks(included, followed),
  ...doubtChecks({ study, included, lesions }, settings),
  ...acrossTablesChecks(study, included, settings),
  ...listedChecks(study, included),
  ...extremeChecks(included, pairs, lesions),
];
