import { addMonths, type CalendarDay, daysBetween } from '#shared/calendar.ts';
import { PAIR_INTERVAL_MONTHS } from './study-period.ts';

/** The days of a pair's two scans. */
export interface ScanDays {
  readonly ct_date: CalendarDay;
  readonly mri_date: CalendarDay;
}

/** The two days in order of time. */
export const inOrderOfTime = ({ ct_date, mri_date }: ScanDays): readonly [CalendarDay, CalendarDay] =>
  ct_date < mri_date ? [ct_date, mri_date] : [mri_date, ct_date];

/**
 * Days from the day that is three calendar months after the first scan to the second scan, whichever was first:
 * negative for a pair that is close enough.
 */
export function daysPastLimit(scans: ScanDays): number {
  const [first, second] = inOrderOfTime(scans);
  return daysBetween(addMonths(first, PAIR_INTERVAL_MONTHS), second);
}
