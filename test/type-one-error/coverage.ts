import { clusteredShare, clusteredShareDifference } from '#shared/statistics/clustered-share.ts';
import { type Figure, isMissing } from '#shared/statistics/figure.ts';
import { normalPValue } from '#shared/statistics/normal-distribution.ts';
import type { Interval } from '#shared/statistics/outcome.ts';
import { type ListedLesionsOfStudy, nullLesions, shownBy, shownByOneAlone } from './null-lesions.ts';

/** How often an interval of listed lesions holds what is so in the long run. */
export interface Coverage {
  readonly interval: string;
  readonly studies: number;
  /** Studies in which there is an interval; where all lesions, or none, differ there is none of a difference. */
  readonly given: number;
  readonly held: number;
}

interface CoveredFigure {
  readonly interval: string;
  readonly limits: readonly number[];
  readonly truth: number;
  readonly of: (study: ListedLesionsOfStudy) => Figure<Interval>;
}

/** The share that a sequence shows in the long run: three normal variables add up to more than its limit. */
const shownOf = (limit: number) => normalPValue(limit / Math.sqrt(3), 'greater').p;

const share = (limit: number): CoveredFigure => ({
  interval: `share, ${Math.round(100 * shownOf(limit))} %`,
  limits: [limit],
  truth: shownOf(limit),
  of: (study) => clusteredShare(shownBy(study, 0), study.present).interval,
});

const difference = (first: number, second: number): CoveredFigure => {
  const truth = shownOf(first) - shownOf(second);
  return {
    interval: `difference, ${Math.round(100 * truth)} points`,
    limits: [first, second],
    truth,
    of: (study) =>
      clusteredShareDifference(shownByOneAlone(study, 0, 1), shownByOneAlone(study, 1, 0), study.present)
        .interval,
  };
};

export const COVERED: readonly CoveredFigure[] = [
  share(0),
  share(-1.5),
  share(-3),
  difference(-0.5, -0.5),
  difference(-1, 0),
  difference(-2.5, 0.5),
];

export function coverage(
  { interval, limits, truth, of }: CoveredFigure,
  patients: number,
  studies: number,
  seed: number,
): Coverage {
  const next = nullLesions(seed, patients, limits);
  return { interval, ...held(() => of(next()), truth, studies) };
}

/** @param next - makes a study and its interval */
export function held(
  next: () => Figure<Interval>,
  truth: number,
  studies: number,
): Omit<Coverage, 'interval'> {
  let [given, holding] = [0, 0];
  for (let study = 0; study < studies; study += 1) {
    const found = next();
    if (isMissing(found)) continue;
    given += 1;
    if (found.lower <= truth && truth <= found.upper) holding += 1;
  }
  return { studies, given, held: holding };
}
