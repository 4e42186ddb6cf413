import type { CalendarDay } from '#shared/calendar.ts';
import type { FileRow } from './file-row.ts';

/** A row of the version that a file replaces. */
export type RowBefore = Pick<FileRow, 'content' | 'key' | 'line'>;

/** What a verdict depends on beside the file itself, the centre's other files and the settings of the study. */
export interface Circumstances {
  /** The day on which the file was put where it lies, in UTC. */
  readonly day: CalendarDay;
  /** The rows of the version of the same name that it replaces; none where there is none. */
  readonly replaced: readonly RowBefore[];
}

/**
 * Those of a file that replaces none.
 *
 * @param at - when it was put there, ISO 8601 in UTC
 */
export const circumstancesAt = (at: string): Circumstances => ({
  day: at.slice(0, 'YYYY-MM-DD'.length),
  replaced: [],
});

/** Rows without the cells that they were read from, which would fill the memory twice. */
export const rowsBefore = (rows: Iterable<FileRow>): readonly RowBefore[] =>
  Array.from(rows, ({ content, key, line }) => ({ content, key, line }));
