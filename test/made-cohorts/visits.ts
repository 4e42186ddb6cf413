import { addMonths, type CalendarDay } from '#shared/calendar.ts';
import type { ScanDays } from '#shared/protocol/pair-interval.ts';
import type { Random } from './random.ts';

const FIRST_VISIT: CalendarDay = '2017-02-06';
const MONTHS_BETWEEN = 6;

/** `days` later, or earlier where they are negative. */
function daysLater(day: CalendarDay, days: number): CalendarDay {
  const moved = new Date(`${day}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

/** The scans of a patient's nth pair, half a year apart; the MRI some days after its CT, or before it. */
export function visitDays(pair: number, mriAfter: number): ScanDays {
  const ct_date = addMonths(FIRST_VISIT, MONTHS_BETWEEN * (pair - 1));
  return { ct_date, mri_date: daysLater(ct_date, mriAfter) };
}

export const randomVisitDays = (pair: number, random: Random): ScanDays =>
  visitDays(pair, random.whole(-30, 60));
