import type { SequenceSet } from '#shared/protocol/sequence-set.ts';
import type { Modality } from '#shared/protocol/sequences.ts';
import { isSeenOn, type ListedLesion } from './listed-lesions.ts';

/** From which confidence on a lesion that is seen is called a metastasis: 1 is surely benign, 5 surely a metastasis. */
export const CALLED_FROM = 3;

/**
 * Whether some sequences of a modality show a lesion that the reader calls a metastasis there: one that is seen, and of
 * which he is sure enough where he says how sure he is. Null where he could not say whether they show it.
 */
export function isCalledOn(
  lesion: Pick<ListedLesion, 'seenOn' | 'assessedOn' | 'confidence'>,
  sequences: SequenceSet,
  modality: Modality,
): boolean | null {
  const seen = isSeenOn(lesion, sequences);
  return seen === true ? (lesion.confidence[modality] ?? CALLED_FROM) >= CALLED_FROM : seen;
}
