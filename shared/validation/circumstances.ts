import type { CalendarDay } from '#shared/calendar.ts';

/** What a verdict depends on beside the file itself, the centre's other files and the settings of the study. */
export interface Circumstances {
  /** The day on which the file was put where it lies, in UTC. */
  readonly day: CalendarDay;
}

/** @param at - when it was put there, ISO 8601 in UTC */
export const circumstancesAt = (at: string): Circumstances => ({ day: at.slice(0, 'YYYY-MM-DD'.length) });
