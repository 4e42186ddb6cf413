/**
 * Lower limits of the histogram's bins, in millimetres: a bin goes from its limit up to, but without, the next
 * one; the last is open. Beyond 100 mm patients are too few for bins of their own.
 */
export const HISTOGRAM_LIMITS_MM = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100] as const;
