import * as z from 'zod';
import type { CalendarDay } from '#shared/calendar.ts';
import type { Bilingual } from '#shared/language.ts';

/** `from/to`, or `from/` for a period that goes on: as it is written where all is text. */
const AS_TEXT = /^([^/]*)\/([^/]*)$/;

function fromText(given: unknown): unknown {
  const [, from, to] = (typeof given === 'string' && AS_TEXT.exec(given)) || [];
  return from === undefined ? given : { from, to: to === '' ? null : to };
}

/** From a day to a day, both within it; `to: null` where the study goes on. Also read from `2016-01-01/2021-12-31` and `2016-01-01/`. */
export const boardPeriodSchema = z.preprocess(
  fromText,
  z
    .strictObject({ from: z.iso.date(), to: z.iso.date().nullable() })
    .refine(({ from, to }) => to === null || from <= to)
    .readonly(),
);
export type BoardPeriod = z.infer<typeof boardPeriodSchema>;

export const isOutside = ({ from, to }: BoardPeriod, day: CalendarDay): boolean =>
  day < from || (to !== null && day > to);

/** The year of a day that is the first one of its year, or the last one; undefined for any other day. */
const yearBegun = (day: CalendarDay): string | undefined => /^(\d{4})-01-01$/.exec(day)?.[1];
const yearEnded = (day: CalendarDay): string | undefined => /^(\d{4})-12-31$/.exec(day)?.[1];

/** `2016–2021`, or `2024`, for a period of whole years; undefined for any other. */
export function wholeYears({ from, to }: BoardPeriod): string | undefined {
  const first = yearBegun(from);
  const last = to === null ? undefined : yearEnded(to);
  if (first === undefined || last === undefined) return undefined;
  return first === last ? first : `${first}–${last}`;
}

/** The period in words: by its years where they are whole, else with its days. */
export function periodName(period: BoardPeriod): Bilingual {
  const { from, to } = period;
  const years = wholeYears(period);
  if (years !== undefined) return { fr: years, en: years };
  if (to !== null) return { fr: `du ${from} au ${to}`, en: `${from} to ${to}` };
  const year = yearBegun(from);
  return year === undefined
    ? { fr: `depuis le ${from}`, en: `since ${from}` }
    : { fr: `depuis ${year}`, en: `since ${year}` };
}
