import { countedReadings } from '#shared/analyses/visibility/listed-lesions.ts';
import type { IncludedPatient } from '#shared/study/eligibility.ts';
import { firstReadings, type Reading, type ScreenedPatient, type Study } from '#shared/study/study.ts';
import { seenUnlikeMeasuredOn, unlikeCounted } from '#shared/validation/listed-counts.ts';
import { isOfOtherSide } from '#shared/validation/visibility-rules.ts';
import { byCentre, check, type QualityCheck, screenedOf, tally } from './tally.ts';

interface ReadingOf extends Reading {
  readonly screened: ScreenedPatient;
}

const readingsOf = (screened: ScreenedPatient): readonly ReadingOf[] =>
  firstReadings(screened).map((reading) => ({ screened, ...reading }));
const withLists = (readings: readonly ReadingOf[]) => readings.filter(({ listed }) => listed.length > 0);

/**
 * What the first reader lists and no table has, for its pair is not counted or its patient excluded; and what the lesions
 * that he lists of the included patients say against his counts and measures, and against themselves: what the centres'
 * reports warn of. Nothing is said where he lists none.
 */
export function listedChecks(
  { patients }: Pick<Study, 'patients'>,
  included: readonly IncludedPatient[],
): readonly QualityCheck[] {
  const lists = withLists(patients.flatMap(readingsOf));
  if (lists.length === 0) return [];
  const counted = new Set(countedReadings(included).map(({ reading }) => reading.pair));
  const readings = included.flatMap(({ screened }) => readingsOf(screened));
  const withList = withLists(readings);
  const compared = readings.filter(({ pair, listed }) => listed.length > 0 || pair.lesions_listed === 'all');
  const lesions = withList.flatMap(({ screened, listed, lesions: measured }) =>
    listed.map((row) => ({ screened, row, measured: measured.find(({ lesion }) => lesion === row.lesion) })),
  );
  return [
    check(
      'listed_not_used',
      null,
      'lesions',
      tally(
        byCentre(lists, screenedOf),
        ({ pair, listed }) => (counted.has(pair) ? 0 : listed.length),
        ({ listed }) => listed.length,
      ),
    ),
    check(
      'listed_unlike_counted',
      null,
      'pairs',
      tally(byCentre(compared, screenedOf), ({ pair, listed }) => unlikeCounted(pair, listed).length > 0),
    ),
    check(
      'listed_without_saying',
      null,
      'pairs',
      tally(byCentre(withList, screenedOf), ({ pair }) => pair.lesions_listed === null),
    ),
    check(
      'seen_unlike_measured',
      null,
      'lesions',
      tally(
        byCentre(
          lesions.filter(({ measured }) => measured !== undefined),
          screenedOf,
        ),
        ({ row, measured }) => measured !== undefined && seenUnlikeMeasuredOn(row, measured).length > 0,
      ),
    ),
    check(
      'segment_of_other_side',
      null,
      'lesions',
      tally(
        byCentre(
          lesions.filter(({ row }) => row.segment !== null),
          screenedOf,
        ),
        ({ row }) => isOfOtherSide(row),
      ),
    ),
  ];
}
