import { daysBetween } from '#shared/calendar.ts';
import { burdenGrowth } from './burden.ts';
import type { FollowedLesion } from './lesion-at-visit.ts';
import type { RecistMethod } from './methods.ts';
import { type Novelty, noveltyOf } from './new-lesions.ts';
import {
  hasGrown,
  PROGRESSIONS,
  type Progression,
  type Response,
  responseOf,
  type Stability,
  stabilityOf,
} from './response.ts';
import { type RecistSettings, targetDiameters } from './targets.ts';
import { shownAt, type Visit, wholeCount } from './visits.ts';

/** What a method says at one follow-up. Sums are of the targets, in tenths of a millimetre. */
export interface FollowUp {
  readonly baselineSum: number;
  /** The smallest complete sum of the visits before, baseline included. */
  readonly nadir: number;
  readonly sum: number | null;
  /** Whether a target is there and too small to measure. */
  readonly tooSmall: boolean;
  readonly progressions: ReadonlySet<Progression>;
  readonly newLesionUnclear: boolean;
  /** Whether more lesions are counted than ever before without anything that makes it a progression. */
  readonly moreLesionsCounted: boolean;
  /** Null where it is not evaluable. */
  readonly response: Response | null;
  /** Of stable disease alone, so that no progression is also slow. */
  readonly stability: Stability | null;
}

/** What a method sees of a course, whatever its targets. */
export interface MethodCourse {
  readonly method: RecistMethod;
  /** In order of time, the baseline first. */
  readonly visits: readonly Visit[];
  /**
   * For each visit, whether it has a new lesion, and whether the sum of all measured lesions has grown; of no visit, where
   * that is so of none.
   */
  readonly novelty: readonly Novelty[];
  readonly burden: readonly boolean[];
}

export const seenBy = (visits: readonly Visit[], method: RecistMethod): MethodCourse => ({
  method,
  visits,
  novelty: unlessAll('none', noveltyOf(visits, method)),
  burden: unlessAll(false, burdenGrowth(visits, method)),
});

/** One for all courses: of most there is nothing to say, which would take as much memory as all else that is. */
const NOTHING: readonly never[] = [];

const unlessAll = <T>(usual: T, said: readonly T[]): readonly T[] =>
  said.every((one) => one === usual) ? NOTHING : said;

/** The follow-ups of a course by some targets; null without one at baseline. */
export function assess(
  { method, visits, novelty, burden }: MethodCourse,
  targets: readonly FollowedLesion[],
  settings: RecistSettings,
): readonly FollowUp[] | null {
  const [baseline, ...later] = visits;
  if (baseline === undefined || targets.length === 0) return null;
  const baselineSum = sumOf(targets.map(({ diameter }) => diameter));
  let nadir = { sum: baselineSum, day: baseline.day };
  let hadCompleteResponse = false;
  let mostCounted = wholeCount(baseline, method);
  return later.map((visit, position): FollowUp => {
    const { diameters, tooSmall } = targetDiameters(visit, targets, settings);
    const known = diameters.filter((diameter) => diameter !== null);
    const sum = known.length === diameters.length ? sumOf(known) : null;
    const count = wholeCount(visit, method);
    const isShown = shownAt(visit, method.sequences).length > 0;
    const progressions = progressionsOf({
      // A target that is not evaluable adds nothing: the others may have grown enough without it (4.4.2).
      growth: hasGrown(sumOf(known), nadir.sum),
      new_lesion: novelty[position + 1] === 'new',
      burden: burden[position + 1] === true,
      return: hadCompleteResponse && (isShown || (count ?? 0) > 0),
      judgement: visit.readings.some(({ pair }) => pair.non_target_progression || pair.new_lesion_elsewhere),
    });
    const response = responseOf({ baselineSum, sum, progressions, nothingLeft: count === 0 && !isShown });
    const before = nadir;
    const isMore = count !== null && mostCounted !== null && count > mostCounted;
    if (sum !== null && sum < nadir.sum) nadir = { sum, day: visit.day };
    if (response === 'cr') hadCompleteResponse = true;
    if (count !== null) mostCounted = Math.max(count, mostCounted ?? 0);
    return {
      baselineSum,
      nadir: before.sum,
      sum,
      tooSmall,
      progressions,
      newLesionUnclear: isUnclear(novelty[position + 1]),
      moreLesionsCounted: isMore && response !== 'pd',
      response,
      stability:
        response === 'sd' && sum !== null
          ? stabilityOf(sum, before.sum, daysBetween(before.day, visit.day))
          : null,
    };
  });
}

const isUnclear = (novelty: Novelty | undefined): boolean => novelty === 'unclear';

const sumOf = (diameters: readonly number[]): number =>
  diameters.reduce((sum, diameter) => sum + diameter, 0);

/** One for all follow-ups: most have none, and a set of its own for each would take a third of their memory. */
const NO_PROGRESSION: ReadonlySet<Progression> = new Set();

function progressionsOf(found: Readonly<Record<Progression, boolean>>): ReadonlySet<Progression> {
  const progressions = PROGRESSIONS.filter((progression) => found[progression]);
  return progressions.length === 0 ? NO_PROGRESSION : new Set(progressions);
}
