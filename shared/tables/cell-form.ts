import type { CalendarDay } from '#shared/calendar.ts';

/** What a column's cells may say, for programs that write them or describe them to others. */
export type CellForm =
  /** @property pattern - a regular expression for the whole cell */
  | { readonly is: 'text'; readonly pattern: string }
  | { readonly is: 'word'; readonly words: readonly string[] }
  /** The words of each, in lower case; the first of them is the study's own. */
  | { readonly is: 'yes or no'; readonly yes: readonly string[]; readonly no: readonly string[] }
  | { readonly is: 'day'; readonly from: CalendarDay; readonly to: CalendarDay }
  /** @property decimals - how many there may be behind the decimal point or comma; 0 for a whole number */
  | { readonly is: 'number'; readonly decimals: number; readonly from: number; readonly to: number };
