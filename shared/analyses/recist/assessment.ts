import { tenths } from '#shared/analyses/measures/measured-lesions.ts';
import { daysBetween } from '#shared/calendar.ts';
import type { SequenceName } from '#shared/protocol/sequences.ts';
import type { StudySettings } from '#shared/protocol/study-settings.ts';
import type { LesionRow } from '#shared/tables/lesions.ts';
import { type Course, scanDay, type Visit } from './courses.ts';
import type { RecistMethod } from './methods.ts';
import { RECIST } from './recist-terms.ts';
import { type Growth, growthOf, hasProgressed, type Response, responseOf, targetSum } from './response.ts';

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

/** How many lesions of a pair are measured at most, which says what a lesion without a row may be. */
export type RecistSettings = Pick<StudySettings, 'mostLesionsMeasured'>;

interface Target {
  readonly lesion: number;
  /** On which it is followed: RECIST asks for the same technique at every visit. */
  readonly sequence: SequenceName;
  readonly diameter: number;
}

/** A lesion as a target, on the sequence of the method that shows it largest; of equal ones the first. */
const asTarget = (row: LesionRow, { sequences }: RecistMethod): readonly Target[] =>
  sequences
    .map((sequence) => ({ lesion: row.lesion, sequence, diameter: tenths(row, sequence) ?? 0 }))
    .toSorted((a, b) => b.diameter - a.diameter)
    .slice(0, 1);

/**
 * The targets of a method: the largest lesions at baseline that are large enough; of equal ones the first number, as a
 * reading has its lesions in that order.
 */
function targetsAt(baseline: Visit, method: RecistMethod): readonly Target[] {
  return baseline.lesions
    .flatMap((row) => asTarget(row, method))
    .filter(({ diameter }) => diameter >= RECIST.smallestTargetMm * 10)
    .toSorted((a, b) => b.diameter - a.diameter)
    .slice(0, RECIST.mostTargets);
}

/** The follow-ups of a course as a method sees them; null where it has no target at baseline. */
export function assess(
  course: Course,
  method: RecistMethod,
  settings: RecistSettings,
): readonly FollowUp[] | null {
  const targets = targetsAt(course.baseline, method);
  if (targets.length === 0) return null;
  const baselineSum = targets.reduce((total, { diameter }) => total + diameter, 0);
  let nadir = baselineSum;
  return course.followUps.map((visit) => {
    const state = {
      baselineSum,
      nadir,
      diameters: targets.map((target) => diameterOf(visit, target, settings)),
      newLesion: hasNewLesion(course.baseline, visit, method, settings),
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
 * A target's diameter at a visit. A lesion that has no row is gone, or smaller than what the study measures, which
 * counts as 0, unless the visit has as many lesions as are measured at most: then it may only be smaller than
 * those. A blank cell may mean gone or not measurable: not known.
 */
function diameterOf(
  { lesions }: Visit,
  { lesion, sequence }: Target,
  { mostLesionsMeasured }: RecistSettings,
): number | null {
  const row = lesions.find((candidate) => candidate.lesion === lesion);
  if (row !== undefined) return tenths(row, sequence);
  return lesions.length < mostLesionsMeasured ? 0 : null;
}

const shows = (row: LesionRow, { sequences }: RecistMethod): boolean =>
  sequences.some((sequence) => (tenths(row, sequence) ?? 0) > 0);

/**
 * A lesion number that the baseline has not. Where the baseline has as many lesions as are measured at most, a
 * number that comes later may have been there, only smaller than the others: it is not taken for new.
 */
function hasNewLesion(
  baseline: Visit,
  visit: Visit,
  method: RecistMethod,
  { mostLesionsMeasured }: RecistSettings,
): boolean {
  if (baseline.lesions.length >= mostLesionsMeasured) return false;
  const known = new Set(baseline.lesions.map(({ lesion }) => lesion));
  return visit.lesions.some((row) => !known.has(row.lesion) && shows(row, method));
}

/** Whether the method still measures or counts a metastasis that is no target. */
function othersRemain({ pair, lesions }: Visit, targets: readonly Target[], method: RecistMethod): boolean {
  const numbers = new Set(targets.map(({ lesion }) => lesion));
  return (
    lesions.some((row) => !numbers.has(row.lesion) && shows(row, method)) ||
    method.counts.some((column) => (pair[column] ?? 0) > 0)
  );
}
