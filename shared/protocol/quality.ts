/** An interval this many days from the limit, on either side, is worth a look at its dates. */
export const NEAR_LIMIT_DAYS = 7;

/**
 * A value is extreme outside [Q1 − 3 IQR, Q3 + 3 IQR] of its column, quartiles of type 7: Tukey's outer fences
 * (Exploratory Data Analysis, 1977, "far out"). Columns of fewer values are not judged.
 */
export const OUTER_FENCES = { interquartileRanges: 3, fewestValues: 10 } as const;

/** A lesion whose largest diameter is more than so many times its smallest may be a slip of the keyboard. */
export const LARGEST_DIAMETER_RATIO = 2;

/**
 * A dose–length product of one phase outside of this, in mGy·cm, is another unit (Gy·cm, µGy·m²) or of another
 * examination: the French reference level of an abdominal CT is 625 for one acquisition (IRSN, 2020).
 */
export const LIKELY_DOSE = { from: 20, to: 4_000 } as const;
