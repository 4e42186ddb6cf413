import { addMonths, type CalendarDay, daysBetween } from '#shared/calendar.ts';

/** The days of a pair's two scans. */
export interface ScanDays {
  readonly ct_date: CalendarDay;
  readonly mri_date: CalendarDay;
}

/** The two days in order of time. */
export const inOrderOfTime = ({ ct_date, mri_date }: ScanDays): readonly [CalendarDay, CalendarDay] =>
  ct_date < mri_date ? [ct_date, mri_date] : [mri_date, ct_date];

/** Whether the second scan is on the day that is some calendar months after the first one, or later. */
export function isPastLimit(scans: ScanDays, months: number): boolean {
  const [first, second] = inOrderOfTime(scans);
  return addMonths(first, months) <= second;
}

/**
 * Days from the day that is some calendar months after the first scan to the second scan, whichever was first:
 * negative for a pair that is close enough.
 *
 * @param months the study's longest interval
 */
export function daysPastLimit(scans: ScanDays, months: number): number {
  const [first, second] = inOrderOfTime(scans);
  return daysBetween(addMonths(first, months), second);
}
