import { type Bounds, unionBounds } from '#shared/analyses/counts/union-bounds.ts';
import type { AcquisitionSet } from '#shared/protocol/acquisition-sets.ts';
import { holds } from '#shared/protocol/sequence-set.ts';
import type { SequenceName } from '#shared/protocol/sequences.ts';
import type { ListedLesion } from './listed-lesions.ts';

/**
 * Between how many and how many of some lesions a set of acquisitions shows, from their counts alone: pair by pair and
 * side by side, as in the table `protocols`.
 *
 * @param lesions - lesions that the modality shows
 */
export function boundsOfListed(
  lesions: readonly ListedLesion[],
  { members, rest }: Pick<AcquisitionSet, 'members' | 'rest'>,
): Bounds {
  const places = Map.groupBy(lesions, ({ pair, side }) => `${pair}#${side}`);
  let [least, most] = [0, 0];
  for (const there of places.values()) {
    const counts = (names: readonly SequenceName[]) =>
      names.map((name) => there.filter(({ seenOn }) => holds(seenOn, name)).length);
    const bounds = unionBounds(counts(members), counts(rest), there.length);
    least += bounds.least;
    most += bounds.most;
  }
  return { least, most };
}
