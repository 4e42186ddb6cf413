import type { IncludedPatient } from '#shared/study/eligibility.ts';
import { firstReadings } from '#shared/study/study.ts';
import { seenUnlikeMeasuredOn, unlikeCounted } from '#shared/validation/listed-counts.ts';
import { isOfOtherSide } from '#shared/validation/visibility-rules.ts';
import { check, type QualityCheck, screenedOf, tally } from './tally.ts';

/**
 * What the lesions that the first reader lists of the included patients say against his counts and measures, and against
 * themselves: what the centres' reports warn of. Nothing is said where he lists none.
 */
export function listedChecks(included: readonly IncludedPatient[]): readonly QualityCheck[] {
  const readings = included.flatMap(({ screened }) =>
    firstReadings(screened).map((reading) => ({ screened, ...reading })),
  );
  const withList = readings.filter(({ listed }) => listed.length > 0);
  if (withList.length === 0) return [];
  const compared = readings.filter(({ pair, listed }) => listed.length > 0 || pair.lesions_listed === 'all');
  const lesions = withList.flatMap(({ screened, listed, lesions: measured }) =>
    listed.map((row) => ({ screened, row, measured: measured.find(({ lesion }) => lesion === row.lesion) })),
  );
  return [
    check(
      'listed_unlike_counted',
      null,
      'pairs',
      tally(compared, screenedOf, ({ pair, listed }) => unlikeCounted(pair, listed).length > 0),
    ),
    check(
      'listed_without_saying',
      null,
      'pairs',
      tally(withList, screenedOf, ({ pair }) => pair.lesions_listed === null),
    ),
    check(
      'seen_unlike_measured',
      null,
      'lesions',
      tally(
        lesions.filter(({ measured }) => measured !== undefined),
        screenedOf,
        ({ row, measured }) => measured !== undefined && seenUnlikeMeasuredOn(row, measured).length > 0,
      ),
    ),
    check(
      'segment_of_other_side',
      null,
      'lesions',
      tally(
        lesions.filter(({ row }) => row.segment !== null),
        screenedOf,
        ({ row }) => isOfOtherSide(row),
      ),
    ),
  ];
}
