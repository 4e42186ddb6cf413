import { type SequenceSet, sequenceSet } from '#shared/protocol/sequence-set.ts';
import { MODALITIES, type Modality, sequencesOf } from '#shared/protocol/sequences.ts';
import { isSeenOn, type ListedLesion } from './listed-lesions.ts';
import { isVerified } from './verified.ts';

/** What a reader lists on one pair. */
export interface ListOfReader {
  /** By their numbers, each on this pair once. */
  readonly lesions: ReadonlyMap<number, ListedLesion>;
  /** Whether every lesion that the reader saw is listed: one that is not was not seen then. */
  readonly isComplete: boolean;
}

/** How one reader marks a case on one modality: 1 to 5 by his confidence, 0 where there is no mark. */
export interface CaseMarks {
  /** The highest rated benign lesion. */
  readonly falsePositive: number;
  /** Each metastasis. */
  readonly lesions: readonly number[];
}

/** A pair as a case of some readers, all of whom rate the same lesions of it. */
export interface RatedCase {
  /** In the order of the readers. */
  readonly readers: readonly Readonly<Record<Modality, CaseMarks>>[];
  readonly metastases: number;
  readonly benign: number;
  /** Lesions of which a reference says what they are, but which one of the readers did not rate. */
  readonly notRated: number;
}

const SEQUENCES_OF: Readonly<Record<Modality, SequenceSet>> = {
  mri: sequenceSet(sequencesOf('mri_total').sequences),
  ct: sequenceSet(sequencesOf('ct_total').sequences),
};

/** Null where the modality shows it and the reader does not say how sure he is, or could not say whether it does. */
function ratingOn(lesion: ListedLesion, modality: Modality): number | null {
  const seen = isSeenOn(lesion, SEQUENCES_OF[modality]);
  return seen === true ? lesion.confidence[modality] : seen === false ? 0 : null;
}

type Ratings = Readonly<Record<Modality, number>>;

function ratingsBy({ lesions, isComplete }: ListOfReader, number: number): Ratings | null {
  const lesion = lesions.get(number);
  if (lesion === undefined) return isComplete ? { mri: 0, ct: 0 } : null;
  const [mri, ct] = [ratingOn(lesion, 'mri'), ratingOn(lesion, 'ct')];
  return mri === null || ct === null ? null : { mri, ct };
}

/**
 * The lesions of a pair that a reference settles and that all readers rate on both modalities. What a lesion is, is what the
 * first reader says whose row has a reference.
 */
export function ratedCase(lists: readonly ListOfReader[]): RatedCase {
  const numbers = new Set(lists.flatMap(({ lesions }) => [...lesions.keys()]));
  const readers = lists.map(() => ({
    mri: { falsePositive: 0, lesions: [] as number[] },
    ct: { falsePositive: 0, lesions: [] as number[] },
  }));
  let [metastases, benign, notRated] = [0, 0, 0];
  for (const number of numbers) {
    const settled = lists.flatMap(({ lesions }) => lesions.get(number) ?? []).find(isVerified);
    if (settled === undefined) continue;
    const ratings = lists.flatMap((list) => ratingsBy(list, number) ?? []);
    if (ratings.length < lists.length) {
      notRated += 1;
      continue;
    }
    if (settled.nature === 'metastasis') metastases += 1;
    else benign += 1;
    for (const [position, marks] of readers.entries()) {
      for (const modality of MODALITIES) {
        const rating = ratings[position]?.[modality] ?? 0;
        const own = marks[modality];
        if (settled.nature === 'metastasis') own.lesions.push(rating);
        else own.falsePositive = Math.max(own.falsePositive, rating);
      }
    }
  }
  return { readers, metastases, benign, notRated };
}
