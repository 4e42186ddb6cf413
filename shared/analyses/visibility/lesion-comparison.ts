import type { ReasonCode } from '#shared/publication/reasons.ts';
import { clusteredMcNemarTest, type McNemarTest } from '#shared/statistics/clustered-mcnemar.ts';
import type { ClusteredDifference } from '#shared/statistics/clustered-proportion.ts';
import { clusteredShareDifference } from '#shared/statistics/clustered-share.ts';
import { sum } from '#shared/statistics/descriptives.ts';
import { durkalskiTest } from '#shared/statistics/durkalski-test.ts';
import { allMissing, type Figure, missing } from '#shared/statistics/figure.ts';
import { yangTest } from '#shared/statistics/yang-test.ts';
import { type ComparedSets, SHOWN_BY, type ShownBy, shownBy } from './compared-sets.ts';
import type { LesionGroup } from './lesion-groups.ts';
import { tally } from './tally.ts';

/** Which of the lesions of a group two sets of acquisitions show; missing of a group that is kept back. */
export interface LesionComparison {
  readonly group: LesionGroup;
  readonly compared: ComparedSets;
  readonly found: Figure<DetectionOfLesions, ReasonCode>;
}

export interface DetectionOfLesions {
  /** Lesions that can be judged on both, by which of the two shows them. */
  readonly shownBy: Readonly<Record<ShownBy, number>>;
  readonly notAssessable: number;
  /** Share that the first shows less share that the second shows. */
  readonly difference: ClusteredDifference;
  readonly obuchowski: McNemarTest;
  readonly durkalski: McNemarTest;
  readonly yang: McNemarTest;
}

export const compareLesions = (group: LesionGroup, compared: ComparedSets): LesionComparison => ({
  group,
  compared,
  found: group.withheld === null ? detectionOf(group, compared) : missing(group.withheld),
});

function detectionOf({ lesions }: LesionGroup, compared: ComparedSets): DetectionOfLesions {
  const { judged, ofKind, notAssessable } = tally(lesions, SHOWN_BY.length, shownBy(compared));
  const perPatient = (way: ShownBy) => ofKind[SHOWN_BY.indexOf(way)] ?? new Float64Array();
  const [onlyFirst, onlySecond] = [perPatient('only_first'), perPatient('only_second')];
  const nothing: McNemarTest = { patients: 0, ...allMissing('no_observation', ['statistic', 'pValue']) };
  const tested = (test: () => McNemarTest) => (judged.length === 0 ? nothing : test());
  return {
    shownBy: {
      both: sum(perPatient('both')),
      only_first: sum(onlyFirst),
      only_second: sum(onlySecond),
      neither: sum(perPatient('neither')),
    },
    notAssessable,
    // What both show cancels in the difference.
    difference: clusteredShareDifference(onlyFirst, onlySecond, judged),
    obuchowski: tested(() => clusteredMcNemarTest(onlyFirst, onlySecond)),
    durkalski: tested(() => durkalskiTest(onlyFirst, onlySecond, judged)),
    yang: tested(() => yangTest(onlyFirst, onlySecond, judged)),
  };
}
