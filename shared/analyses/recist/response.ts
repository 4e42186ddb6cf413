import type { Titles } from '#shared/language.ts';
import { RECIST, SLOW_PROGRESSION } from './recist-terms.ts';

/*
 * The response at a time point (Eisenhauer 2009, 4.3.1, 4.3.3 to 4.3.5, 4.4.1 and 4.4.2, Table 1; EORTC's questions).
 */

/** From the best to the worst, as weighted agreement needs them. */
export const RESPONSES = ['cr', 'pr', 'sd', 'pd'] as const;
/** Complete response, partial response, stable disease, progressive disease. */
export type Response = (typeof RESPONSES)[number];

export const RESPONSE_TITLES: Titles<Response> = {
  cr: { fr: 'réponse complète', en: 'complete response' },
  pr: { fr: 'réponse partielle', en: 'partial response' },
  sd: { fr: 'maladie stable', en: 'stable disease' },
  pd: { fr: 'progression', en: 'progressive disease' },
};

/** What makes a progression; several may hold. */
export const PROGRESSIONS = ['growth', 'new_lesion', 'burden', 'return', 'judgement'] as const;
/**
 * The targets have grown; a lesion is new; the sum of all measured lesions has grown; a lesion is back after a complete
 * response; the reader says so.
 */
export type Progression = (typeof PROGRESSIONS)[number];

/** A follow-up as it is judged. All diameters are whole tenths of a millimetre. */
export interface FollowUpState {
  readonly baselineSum: number;
  /** Of the targets; null where one of them is not evaluable. */
  readonly sum: number | null;
  readonly progressions: ReadonlySet<Progression>;
  /** Whether the method counts no lesion, and shows none. */
  readonly nothingLeft: boolean;
}

/**
 * Progression comes first: each of its reasons decides alone (Table 1). Then every target must be evaluable (4.4.2). A
 * complete response needs every lesion of the method gone, not the targets alone (Table 1).
 */
export function responseOf({ baselineSum, sum, progressions, nothingLeft }: FollowUpState): Response | null {
  if (progressions.size > 0) return 'pd';
  if (sum === null) return null;
  if (sum === 0 && nothingLeft) return 'cr';
  return 100 * (baselineSum - sum) >= RECIST.responsePercent * baselineSum ? 'pr' : 'sd';
}

/** Up from the nadir by 20 % and by 5 mm (4.3.1). */
export function hasGrown(sum: number, nadir: number): boolean {
  const increase = sum - nadir;
  return increase >= RECIST.progressionMm * 10 && 100 * increase >= RECIST.progressionPercent * nadir;
}

/** How stable disease grows: not at all, slowly, or faster than that. */
export const STABILITIES = ['not_growing', 'slow', 'faster'] as const;
export type Stability = (typeof STABILITIES)[number];

/** How a sum has grown since the nadir, so many days ago. */
export function stabilityOf(sum: number, nadir: number, days: number): Stability {
  const increase = sum - nadir;
  if (increase <= 0) return 'not_growing';
  const { percent, days: year } = SLOW_PROGRESSION;
  return 100 * increase * year <= percent * nadir * days ? 'slow' : 'faster';
}
