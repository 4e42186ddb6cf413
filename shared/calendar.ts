/** A calendar day written `YYYY-MM-DD`. Such texts sort in order of time. */
export type CalendarDay = string;

/** Of a day in UTC. */
export const MILLISECONDS_PER_DAY = 24 * 60 * 60 * 1000;

// Whole numbers throughout: a `Date` for each of a file's days was a seventh of the time of its examination.

const LAST_YEAR = 9999;
const MONTHS = 12;
const DAYS_OF_MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const FEBRUARY = 2;

const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** The last day of a month, 1 to 12; 0 of a month that there is not. */
const lastDayOf = (year: number, month: number): number =>
  month === FEBRUARY && isLeap(year) ? 29 : (DAYS_OF_MONTHS[month - 1] ?? 0);

const padded = (value: number, digits: number) => String(value).padStart(digits, '0');
const written = (year: number, month: number, day: number): CalendarDay =>
  `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;

const yearOf = (day: CalendarDay) => Number(day.slice(0, 4));
const monthOf = (day: CalendarDay) => Number(day.slice(5, 7));
const dayOfMonth = (day: CalendarDay) => Number(day.slice(8, 10));

/** Whether the calendar has the day of these three numbers (no 31 April, no month 13). */
export const isDay = (year: number, month: number, day: number): boolean =>
  Number.isInteger(year) &&
  year >= 0 &&
  year <= LAST_YEAR &&
  Number.isInteger(day) &&
  day >= 1 &&
  day <= lastDayOf(year, month);

/** The day of these three numbers, or undefined where the calendar has no such day. */
export const calendarDay = (year: number, month: number, day: number): CalendarDay | undefined =>
  isDay(year, month, day) ? written(year, month, day) : undefined;

/** Days since the first of March of the year 0, so that a leap day is the last of its year. */
function dayNumber(day: CalendarDay): number {
  const month = monthOf(day);
  const year = yearOf(day) - (month > FEBRUARY ? 0 : 1);
  const monthsSinceMarch = (month + 9) % MONTHS;
  // Of five months from March or August on, three have 31 days: 153 days together.
  const dayOfYear = Math.floor((153 * monthsSinceMarch + 2) / 5) + dayOfMonth(day) - 1;
  return 365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + dayOfYear;
}

/** Signed number of days from one day to another: positive when `to` is later. */
export const daysBetween = (from: CalendarDay, to: CalendarDay): number => dayNumber(to) - dayNumber(from);

/** The day some days later, or earlier where their number is negative. */
export function addDays(start: CalendarDay, days: number): CalendarDay {
  let [year, month, day] = [yearOf(start), monthOf(start), dayOfMonth(start) + days];
  for (; day < 1; day += lastDayOf(year, month)) [year, month] = monthsLater(year, month, -1);
  for (; day > lastDayOf(year, month); [year, month] = monthsLater(year, month, 1)) {
    day -= lastDayOf(year, month);
  }
  return written(year, month, day);
}

/**
 * The same day of the month some calendar months later; where that month is too short, its last day
 * (30 November + 3 months = 28 or 29 February), as R's lubridate `%m+%` and Java's `plusMonths` have it.
 */
export function addMonths(start: CalendarDay, months: number): CalendarDay {
  const [year, month] = monthsLater(yearOf(start), monthOf(start), months);
  return written(year, month, Math.min(dayOfMonth(start), lastDayOf(year, month)));
}

function monthsLater(year: number, month: number, months: number): readonly [year: number, month: number] {
  const since = MONTHS * year + month - 1 + months;
  return [Math.floor(since / MONTHS), 1 + (since % MONTHS)];
}
