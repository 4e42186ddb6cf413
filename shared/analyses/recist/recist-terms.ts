/**
 * The numbers of RECIST 1.1 as far as liver metastases go.
 * Source: Eisenhauer et al. 2009 Eur J Cancer 45:228; errata and questions at recist.eortc.org.
 */
export const RECIST = {
  /** Target lesions of one organ (section 4.2). */
  mostTargets: 2,
  /** A target's smallest diameter at baseline, in millimetres (3.1). */
  smallestTargetMm: 10,
  /** What a target counts that is there but too small to measure, in millimetres (4.3.2). */
  tooSmallMm: 5,
  /** Partial response: the sum is down from baseline by at least this, in per cent (4.3.1). */
  responsePercent: 30,
  /** Progression: the sum is up from the nadir by at least this, in per cent (4.3.1) … */
  progressionPercent: 20,
  /** … and by at least this, in millimetres (4.3.1). */
  progressionMm: 5,
} as const;

/**
 * Slow progression, the fifth response of the thesis (line 920): stable disease that grows, by no more than this in
 * twelve months. Growth is read on the straight line from the nadir, because follow-up is rarely twelve months to the day.
 */
export const SLOW_PROGRESSION = { percent: 20, days: 365 } as const;
