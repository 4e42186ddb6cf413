import { type CalendarDay, calendarDay, isDay } from '#shared/calendar.ts';

/** A year outside these is a slip of the keyboard (0208 for 2018), not a date of this study. */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2100;

/** The three numbers of a date as it is written, whether the calendar has such a day or not. */
export interface WrittenDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** The date without what follows it. */
  readonly text: string;
  /** Whether the day stands first, or, if the sender is not in Europe, the month. */
  readonly dayFirst: boolean;
  /** What follows the date. */
  readonly rest: string;
}

const PLAIN = /^\d{4}-\d{2}-\d{2}$/;
// The year first or the day first, never the month: 03/04/2021 would otherwise have two meanings.
const DATE = /^(?:(\d{4})([-/])(\d{1,2})\2(\d{1,2})|(\d{1,2})([-/.])(\d{1,2})\6(\d{4}))(?!\d)/;
const TIME =
  /^(?:T|\s+)([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:[.,](\d{1,9}))?)?(?:\s*(Z|UTC|[+-]\d{2}(?::?\d{2})?))?$/i;
const UTC = /^(?:Z|UTC|[+-]00(?::?00)?)$/i;

/** The date at the start of a cell; undefined where there is none. */
export function writtenDay(cell: string): WrittenDay | undefined {
  const parts = DATE.exec(cell);
  if (parts === null) return undefined;
  const [text, year, , month, day, dayFirst, , monthSecond, yearLast] = parts;
  return {
    year: Number(year ?? yearLast),
    month: Number(month ?? monthSecond),
    day: Number(day ?? dayFirst),
    text,
    dayFirst: year === undefined,
    rest: cell.slice(text.length),
  };
}

/** What stands behind a date: nothing, or a time of day; with a zone, only midnight UTC leaves no doubt of the day. */
export function timeOfDay(rest: string): 'none' | 'plain' | 'of a zone' | 'unreadable' {
  if (rest === '') return 'none';
  const parts = TIME.exec(rest);
  if (parts === null) return 'unreadable';
  const [, hours, minutes, seconds = '0', fraction = '0', zone] = parts;
  if (zone === undefined) return 'plain';
  const isMidnight = [hours, minutes, seconds, fraction].every((part) => Number(part) === 0);
  return isMidnight && UTC.test(zone) ? 'plain' : 'of a zone';
}

const isOfTheStudy = (year: number) => year >= FIRST_YEAR && year <= LAST_YEAR;

/** Whether a text is a day of the study as the study itself writes it. */
export const isPlainDay = (text: string): boolean => PLAIN.test(text) && readDay(text) !== undefined;

/** The day that a cell says, day before month; undefined where it says none for certain. */
export function readDay(cell: string): CalendarDay | undefined {
  if (PLAIN.test(cell)) {
    const year = Number(cell.slice(0, 4));
    return isOfTheStudy(year) && isDay(year, Number(cell.slice(5, 7)), Number(cell.slice(8, 10)))
      ? cell
      : undefined;
  }
  const written = writtenDay(cell);
  if (written === undefined || !isOfTheStudy(written.year)) return undefined;
  const time = timeOfDay(written.rest);
  if (time === 'of a zone' || time === 'unreadable') return undefined;
  return calendarDay(written.year, written.month, written.day);
}

/** The ways in which a day is written, the study's own first. */
export function daySpellings(day: CalendarDay): readonly string[] {
  const [year = '', month = '', date = ''] = day.split('-');
  const short = (digits: string) => String(Number(digits));
  const european = ['/', '.', '-'].map((sign) => [date, month, year].join(sign));
  const slashed = `${date}/${month}/${year}`;
  return [
    ...new Set([
      day,
      ...european,
      [short(date), short(month), year].join('/'),
      [year, month, date].join('/'),
      `${day} 00:00:00`,
      `${day}T00:00:00Z`,
      `${slashed} 00:00`,
    ]),
  ];
}
