/**
 * The terms of RECIST 1.1 as far as liver metastases go.
 * Source: Eisenhauer et al. 2009 Eur J Cancer 45:228; errata and questions at recist.eortc.org.
 */
export const RECIST = {
  /** Target lesions of one organ. */
  mostTargets: 2,
  /** A target's smallest diameter at baseline, in millimetres. */
  smallestTargetMm: 10,
  /** Partial response: the sum is down from baseline by at least this, in per cent. */
  responsePercent: 30,
  /** Progression: the sum is up from the nadir by at least this, in per cent … */
  progressionPercent: 20,
  /** … and by at least this, in millimetres. */
  progressionMm: 5,
} as const;

/**
 * Slow progression: the targets grow, but by no more than this in twelve months. Growth is read on the straight
 * line from baseline ("tumour slope"), because follow-up is rarely twelve months to the day.
 */
export const SLOW_PROGRESSION = { percent: 20, days: 365 } as const;
