/** The largest upload, in bytes; over it the file is refused unread. */
export const LARGEST_FILE_MEGABYTES = 50;
export const LARGEST_FILE_BYTES = LARGEST_FILE_MEGABYTES * 1_000_000;

/** The most rows of one upload, the header and blank lines not counted. */
export const MOST_ROWS = 200_000;

/** The most problems that a report spells out; past it they are only counted. */
export const MOST_PROBLEMS_SHOWN = 1_000;
