import { daysBetween } from '#shared/calendar.ts';
import { MOST_MEASURED_LESIONS } from '#shared/protocol/measures.ts';
import { RECIST } from '#shared/protocol/recist.ts';
import { type Course, diameterWith, scanDay, type Visit } from './recist-courses.ts';
import type { RecistMethod } from './recist-methods.ts';
import {
  type Growth,
  growthOf,
  hasProgressed,
  type Response,
  responseOf,
  targetSum,
} from './recist-response.ts';

/** What a method says at one follow-up. Sums are in tenths of a millimetre. */
export interface FollowUp {
  readonly baselineSum: number;
  /** Of the visits before. */
  readonly nadir: number;
  readonly sum: number | null;
  readonly newLesion: boolean;
  readonly grown: boolean;
  readonly response: Response | null;
  readonly growth: Growth | null;
}

interface Target {
  readonly lesion: number;
  readonly diameter: number;
}

/** The targets of a method: the largest lesions at baseline that are large enough; of equal ones the first number. */
function targetsAt(baseline: Visit, method: RecistMethod): readonly Target[] {
  return baseline.lesions
    .map((measured) => ({ lesion: measured.lesion.lesion, diameter: diameterWith(measured, method) ?? 0 }))
    .filter(({ diameter }) => diameter >= RECIST.smallestTargetMm * 10)
    .toSorted((a, b) => b.diameter - a.diameter || a.lesion - b.lesion)
    .slice(0, RECIST.mostTargets);
}

/** The follow-ups of a course as a method sees them; null where it has no target at baseline. */
export function assess(course: Course, method: RecistMethod): readonly FollowUp[] | null {
  const targets = targetsAt(course.baseline, method);
  if (targets.length === 0) return null;
  const baselineSum = targets.reduce((total, { diameter }) => total + diameter, 0);
  let nadir = baselineSum;
  return course.followUps.map((visit) => {
    const state = {
      baselineSum,
      nadir,
      diameters: targets.map(({ lesion }) => diameterOf(visit, lesion, method)),
      newLesion: hasNewLesion(course.baseline, visit, method),
      othersRemain: othersRemain(visit, targets, method),
    };
    const sum = targetSum(state);
    const days = daysBetween(scanDay(course.baseline, method), scanDay(visit, method));
    if (sum !== null) nadir = Math.min(nadir, sum);
    return {
      baselineSum,
      nadir: state.nadir,
      sum,
      newLesion: state.newLesion,
      grown: hasProgressed(state),
      response: responseOf(state),
      growth: growthOf(baselineSum, sum, days),
    };
  });
}

/**
 * A target's diameter at a visit. Zero means gone. A blank cell, or no row, may mean gone or not measurable, or no
 * longer among the five largest: not known.
 */
function diameterOf(visit: Visit, lesion: number, method: RecistMethod): number | null {
  const measured = visit.lesions.find((candidate) => candidate.lesion.lesion === lesion);
  return measured === undefined ? null : diameterWith(measured, method);
}

/**
 * A lesion number that the baseline has not. Where the baseline has as many lesions as are measured at most, a
 * number that comes later may have been there, only smaller than the others: it is not taken for new.
 */
function hasNewLesion(baseline: Visit, visit: Visit, method: RecistMethod): boolean {
  if (baseline.lesions.length >= MOST_MEASURED_LESIONS) return false;
  const known = new Set(baseline.lesions.map(({ lesion }) => lesion.lesion));
  return visit.lesions.some(
    (measured) => !known.has(measured.lesion.lesion) && (diameterWith(measured, method) ?? 0) > 0,
  );
}

/** Whether the method still measures or counts a metastasis that is no target. */
function othersRemain({ pair, lesions }: Visit, targets: readonly Target[], method: RecistMethod): boolean {
  const numbers = new Set(targets.map(({ lesion }) => lesion));
  return (
    lesions.some(
      (measured) => !numbers.has(measured.lesion.lesion) && (diameterWith(measured, method) ?? 0) > 0,
    ) || method.counts.some((column) => (pair[column] ?? 0) > 0)
  );
}
