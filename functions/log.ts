/**
 * One line of the log: what happened, to which file or result, and how much. Never a cell, never a patient:
 * the fields are counts, keys and names only.
 */
export type Log = (event: string, fields?: Readonly<Record<string, string | number | null>>) => void;

/** A log whose lines go there. */
export const logTo =
  (write: (line: string) => void): Log =>
  (event, fields = {}) =>
    write(JSON.stringify({ event, ...fields }));

/** The event of a published result that differs from what its inputs give now; an alarm counts it. */
export const PUBLISHED_RESULT_DIFFERS = 'published-result-differs';

/** The event of a file that earlier rules accepted and today's refuse; an alarm counts it. */
export const REFUSED_BY_NEW_RULES = 'refused-by-new-rules';

/** The event of a result that was published without files that could not be looked at; an alarm counts it. */
export const PUBLISHED_WITH_PENDING = 'published-with-pending';

/** The event of a centre's head that is none any more, and is made again from the bucket; an alarm counts it. */
export const HEAD_DAMAGED = 'head-damaged';

/** The event of a message that could not be handed to SNS; an alarm counts it. */
export const MAIL_NOT_SENT = 'mail-not-sent';

/** The name of what was thrown: its message may quote the data that it failed on. */
export const errorName = (error: unknown): string => (error instanceof Error ? error.name : typeof error);
