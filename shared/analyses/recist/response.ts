import { RECIST, SLOW_PROGRESSION } from './recist-terms.ts';

/** From the best to the worst, as weighted agreement needs them. */
export const RESPONSES = ['cr', 'pr', 'sd', 'pd'] as const;
/** Complete response, partial response, stable disease, progressive disease. */
export type Response = (typeof RESPONSES)[number];

/** The targets at one follow-up. All diameters are whole tenths of a millimetre, so that 20 % and 30 % are exact. */
export interface TargetState {
  readonly baselineSum: number;
  /** The smallest complete sum so far, baseline included. */
  readonly nadir: number;
  /** Null for a target that was not measured. */
  readonly diameters: readonly (number | null)[];
  readonly newLesion: boolean;
  /** Metastases other than the targets are still there. */
  readonly othersRemain: boolean;
}

const TENTHS = 10;
const sum = (diameters: readonly number[]) => diameters.reduce((total, diameter) => total + diameter, 0);

/** The sum of the targets' diameters; null unless all of them were measured. */
export function targetSum({ diameters }: Pick<TargetState, 'diameters'>): number | null {
  const known = diameters.filter((diameter) => diameter !== null);
  return known.length === diameters.length ? sum(known) : null;
}

/**
 * The response at one follow-up, or null where it is not evaluable. Progression comes first: a new lesion decides
 * alone, and so do the targets that were measured if they have grown enough without the others (RECIST 1.1, 4.4.2).
 * A complete response needs the other metastases gone as well (its Table 1).
 */
export function responseOf(state: TargetState): Response | null {
  if (state.newLesion || hasProgressed(state)) return 'pd';
  const total = targetSum(state);
  if (total === null) return null;
  if (total === 0) return state.othersRemain ? 'pr' : 'cr';
  const decrease = state.baselineSum - total;
  return 100 * decrease >= RECIST.responsePercent * state.baselineSum ? 'pr' : 'sd';
}

/** What is known of the targets is up from the nadir by the percentage and by the millimetres. */
export function hasProgressed({ diameters, nadir }: Pick<TargetState, 'diameters' | 'nadir'>): boolean {
  const increase = sum(diameters.map((diameter) => diameter ?? 0)) - nadir;
  return increase >= RECIST.progressionMm * TENTHS && 100 * increase >= RECIST.progressionPercent * nadir;
}

/** How the targets grow: not at all, slowly, or faster than that. */
export type Growth = 'none' | 'slow' | 'faster';

/** Growth from baseline to a follow-up some days later; null where the sum is not complete or no time has passed. */
export function growthOf(baselineSum: number, total: number | null, days: number): Growth | null {
  if (total === null) return null;
  const increase = total - baselineSum;
  if (increase <= 0) return 'none';
  if (days <= 0) return null;
  const { percent, days: year } = SLOW_PROGRESSION;
  return 100 * increase * year <= percent * baselineSum * days ? 'slow' : 'faster';
}
