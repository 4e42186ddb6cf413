import { ACQUISITION_SETS, type AcquisitionSet } from '#shared/protocol/acquisition-sets.ts';
import { type SequenceSet, sequenceSet } from '#shared/protocol/sequence-set.ts';
import { REGIONS, type Region } from '#shared/protocol/sides.ts';
import { DOES_NOT_APPLY } from '#shared/publication/figure-columns.ts';
import { type ComputedTable, resultTable } from '#shared/publication/result-table.ts';
import { isMissing, missing } from '#shared/statistics/figure.ts';
import { lesionsBySide } from './lesion-groups.ts';
import { boundsOfListed } from './listed-bounds.ts';
import { isSeenOn, type ListedLesion, type ListedLesions } from './listed-lesions.ts';
import { type ListedProtocol, listedProtocolColumns } from './listed-protocol-columns.ts';
import { metastases, type ShareOfKind, shareOfKind, tally } from './tally.ts';

/**
 * What sets of acquisitions show of the listed metastases, lesion by lesion: the exact figure for the bounds of the table
 * `protocols`, and beside it the bounds that the counts of these same lesions would give, within which it lies.
 */
export function listedProtocolsTable(listed: ListedLesions): ComputedTable {
  const groups = lesionsBySide(metastases(listed));
  const rows = REGIONS.flatMap((region) => {
    const lesions = groups.find(({ code }) => code === region)?.lesions ?? [];
    return ACQUISITION_SETS.map((set) => listedProtocol(region, set, lesions));
  });
  return resultTable<ListedProtocol>(
    'listed-protocols',
    {
      fr: 'Protocoles, métastases listées une à une : ce que montrent des séquences ensemble, exactement',
      en: 'Protocols, metastases listed one by one: what acquisitions show together, exactly',
    },
    listedProtocolColumns,
    rows,
  );
}

function listedProtocol(
  region: Region,
  set: AcquisitionSet,
  lesions: readonly ListedLesion[],
): ListedProtocol {
  const { members, rest } = set;
  const [own, others] = [sequenceSet(members), sequenceSet(rest)];
  const shown = lesions.filter((lesion) => isSeenOn(lesion, own | others) === true);
  const judged = shown.filter((lesion) => isSeenOn(lesion, own) !== null);
  const ofModality = seenShare(shown, own);
  const { share } = ofModality;
  return {
    region,
    set,
    ofModality,
    // The whole modality shows its own total: an interval would make an estimate of a definition.
    share:
      rest.length > 0 || isMissing(share.estimate)
        ? share
        : { ...share, interval: missing('all_by_definition') },
    bounds: boundsOfListed(judged, set),
    adds: rest.length === 0 ? DOES_NOT_APPLY : addedTo(others, judged),
    ofAll: seenShare(lesions, own),
  };
}

const seenShare = (lesions: readonly ListedLesion[], own: SequenceSet): ShareOfKind =>
  shareOfKind(
    tally(lesions, 2, (lesion) => {
      const seen = isSeenOn(lesion, own);
      return seen === null ? null : Number(seen);
    }),
    1,
  );

/** Of lesions of the modality: those that the others surely do not show. */
const addedTo = (others: SequenceSet, lesions: readonly ListedLesion[]): number =>
  lesions.filter((lesion) => isSeenOn(lesion, others) === false).length;
