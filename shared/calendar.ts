/** A calendar day written `YYYY-MM-DD`. Such texts sort in order of time. */
export type CalendarDay = string;

const MILLISECONDS_PER_DAY = 86_400_000;

/** The day of these three numbers, or undefined where the calendar has no such day (31 April, month 13). */
export function calendarDay(year: number, month: number, day: number): CalendarDay | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const real =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : undefined;
}

/** Signed number of days from one day to another: positive when `to` is later. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return (Date.parse(to) - Date.parse(from)) / MILLISECONDS_PER_DAY;
}

/** The day some days later, or earlier where their number is negative. */
export const addDays = (day: CalendarDay, days: number): CalendarDay =>
  new Date(Date.parse(day) + days * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);

/**
 * The same day of the month some calendar months later; where that month is too short, its last day
 * (30 November + 3 months = 28 or 29 February), as R's lubridate `%m+%` and Java's `plusMonths` have it.
 */
export function addMonths(day: CalendarDay, months: number): CalendarDay {
  const date = new Date(`${day}T00:00:00Z`);
  const dayOfMonth = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(dayOfMonth, lastDay));
  return date.toISOString().slice(0, 10);
}
