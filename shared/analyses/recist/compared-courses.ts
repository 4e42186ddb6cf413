import type { Modality } from '#shared/protocol/sequences.ts';
import { assess, type FollowUp, type MethodCourse } from './assessment.ts';
import type { MethodAssessment } from './courses.ts';
import { isWhole, RECIST_METHODS, type RecistMethod, type RecistMethodName } from './methods.ts';
import { RESPONSES, type Response } from './response.ts';
import { type RecistSettings, sharedTargets } from './targets.ts';
import type { Visit } from './visits.ts';

/** MRI with CT as a whole, then each MRI sequence with each CT phase: the two methods of each comparison. */
export const MODALITY_COMPARISONS: readonly (readonly [RecistMethodName, RecistMethodName])[] = ofModality(
  'mri',
).flatMap((first) =>
  ofModality('ct')
    .filter((second) => isWhole(first) === isWhole(second))
    .map((second) => [first.name, second.name] as const),
);

function ofModality(wanted: Modality): readonly RecistMethod[] {
  return RECIST_METHODS.filter(({ modality }) => modality === wanted);
}

/** Whether each of both follows its own targets, or both the same lesions. */
export const TARGET_CHOICES = ['own', 'same'] as const;
export type TargetChoice = (typeof TARGET_CHOICES)[number];

/** What both say of one follow-up; null where one cannot evaluate it, or has no target. */
export interface ComparedFollowUp {
  readonly first: Response | null;
  readonly second: Response | null;
}

/** Each two responses once: what is said of all follow-ups of a study takes a pointer for each. */
const SAID: ReadonlyMap<Response | null, ReadonlyMap<Response | null, ComparedFollowUp>> = new Map(
  [...RESPONSES, null].map((first) => [
    first,
    new Map([...RESPONSES, null].map((second) => [second, { first, second }])),
  ]),
);

const said = (first: Response | null = null, second: Response | null = null): ComparedFollowUp =>
  SAID.get(first)?.get(second) ?? { first, second };

/**
 * The follow-ups of a patient that are one on both scans, in order of time: as the same reader saw them on two methods, or
 * two readers on one.
 */
export function comparedFollowUps(
  one: MethodAssessment | undefined,
  other: MethodAssessment | undefined,
  choice: TargetChoice,
  settings: RecistSettings,
): readonly ComparedFollowUp[] {
  if (one === undefined || other === undefined) return [];
  const positions = followedOnBoth(one.visits, other.visits);
  if (positions.length === 0) return [];
  const [ofFirst, ofSecond] =
    choice === 'own' ? [one.followUps, other.followUps] : assessShared(one, other, settings);
  return positions.map(([onFirst, onSecond]) =>
    said(ofFirst?.[onFirst - 1]?.response, ofSecond?.[onSecond - 1]?.response),
  );
}

function assessShared(
  first: MethodCourse,
  second: MethodCourse,
  settings: RecistSettings,
): readonly [readonly FollowUp[] | null, readonly FollowUp[] | null] {
  const [targets, otherTargets] = sharedTargets(first, second);
  return [assess(first, targets, settings), assess(second, otherTargets, settings)];
}

/**
 * The visits of both that stand in one pair, and are the baseline of neither: their positions, in order of time.
 * Pairs of the same two scans are one.
 */
function followedOnBoth(
  first: readonly Visit[],
  second: readonly Visit[],
): readonly (readonly [number, number])[] {
  const positions: (readonly [number, number])[] = [];
  first.forEach((visit, position) => {
    if (position === 0) return;
    second.forEach((other, otherPosition) => {
      if (otherPosition > 0 && shareAPair(visit, other)) positions.push([position, otherPosition]);
    });
  });
  return positions;
}

const shareAPair = (visit: Visit, other: Visit): boolean =>
  visit.readings.some(({ pair }) => other.readings.some((reading) => reading.pair.pair === pair.pair));
