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

/** The period in words: `2016–2021` where it is of whole years, else with its days. */
export function periodName({ from, to }: BoardPeriod): Bilingual {
  const first = yearBegun(from);
  if (to === null) {
    return { fr: `depuis ${first ?? `le ${from}`}`, en: `since ${first ?? from}` };
  }
  const last = yearEnded(to);
  if (first === undefined || last === undefined) return { fr: `du ${from} au ${to}`, en: `${from} to ${to}` };
  const years = first === last ? first : `${first}–${last}`;
  return { fr: years, en: years };
}
