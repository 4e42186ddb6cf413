import type { StudySettings } from '#shared/protocol/study-settings.ts';

/** The settings of the study that decide on a file: on its verdict, or on what it is warned of. */
export type ExaminationSettings = Pick<
  StudySettings,
  'boardPeriod' | 'longestIntervalMonths' | 'smallestLesionMillimetres' | 'mostLesionsMeasured'
>;

/** Just these of a study's settings, in one order: where no other setting may make a difference, as in a digest. */
export const examinationSettings = ({
  boardPeriod,
  longestIntervalMonths,
  smallestLesionMillimetres,
  mostLesionsMeasured,
}: StudySettings): ExaminationSettings => ({
  boardPeriod,
  longestIntervalMonths,
  smallestLesionMillimetres,
  mostLesionsMeasured,
});
