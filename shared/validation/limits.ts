/** The largest upload, in bytes; over it the file is refused unread. */
export const LARGEST_FILE_MEGABYTES = 50;
export const LARGEST_FILE_BYTES = LARGEST_FILE_MEGABYTES * 1_000_000;

/** The most rows of one upload, the header and blank lines not counted. */
export const MOST_ROWS = 200_000;

/** The rows of a whole Excel sheet. */
const EXCEL_ROWS = 1_048_576;

/** The most lines of one upload: its rows, and as many blank ones as a whole sheet has, saved by mistake. */
export const MOST_LINES = MOST_ROWS + EXCEL_ROWS;

/** The longest line of one upload, in characters; the widest table has some 500. */
export const LONGEST_LINE = 100_000;

/** The most problems that a report spells out; past it they are only counted. */
export const MOST_PROBLEMS_SHOWN = 1_000;

/** The most problems that are kept to mark the rows of the annotated file; past it, each row keeps its first. */
export const MOST_PROBLEMS_KEPT = 100_000;
