/** The table of single pairs, lesions and patients. */
export const POINTS_TABLE = 'points';

/**
 * Its columns of numbers that are drawn anew for each result: between two results they say nothing, so that rows are
 * compared by all the rest.
 */
export const DRAWN_ANEW = { point: 'point', patient: 'patient' } as const;
