import { haveOneInCommon, isWithin, type SequenceSet, sequenceSet } from '#shared/protocol/sequence-set.ts';
import { type Modality, SEQUENCE_NAMES } from '#shared/protocol/sequences.ts';
import { siftCounted } from '#shared/study/analyses.ts';
import type { IncludedPatient } from '#shared/study/eligibility.ts';
import type { Reading } from '#shared/study/study.ts';
import { largestDiameter } from '#shared/tables/lesion-size.ts';
import type { LesionRow } from '#shared/tables/lesions.ts';
import { type SizeClass, sizeClassOf } from '#shared/tables/size-class.ts';
import { confidenceColumn, seenColumn, type VisibilityRow } from '#shared/tables/visibility.ts';

/** A reading of a patient's pair, by whichever reader. */
export interface ReadingOfPatient {
  readonly patient: IncludedPatient;
  readonly reading: Reading;
}

/** One lesion on one pair, as one reader lists it. The same lesion on two pairs is two, as it is in the counts. */
export interface ListedLesion extends Pick<VisibilityRow, 'side' | 'segment' | 'nature' | 'reference'> {
  /** Its patient's position among those who have a reading. */
  readonly patient: number;
  /** Its pair's position among the readings. */
  readonly pair: number;
  /** Its number: the same on every pair and by every reader. */
  readonly number: number;
  /** Null where it is neither given nor measured. */
  readonly sizeClass: SizeClass | null;
  /** The sequences that show it. */
  readonly seenOn: SequenceSet;
  /** The sequences of which the reader could say whether they show it: they hold `seenOn`. */
  readonly assessedOn: SequenceSet;
  /** How sure the reader is that it is a metastasis, from 1 to 5; null where he does not say. */
  readonly confidence: Readonly<Record<Modality, number | null>>;
}

/** The listed lesions of some readings, in order of patient, pair and number. */
export interface ListedLesions {
  /** How many patients and readings there are, those without a listed lesion among them. */
  readonly patients: number;
  readonly pairs: number;
  readonly lesions: readonly ListedLesion[];
}

/** The first reader's readings of the count analysis. */
export const countedReadings = (included: readonly IncludedPatient[]): readonly ReadingOfPatient[] =>
  included.flatMap((patient) => siftCounted(patient).kept.map((reading) => ({ patient, reading })));

/** What the first reader lists on the counted pairs: the one list that the tables of lesions speak of. */
export const listedLesions = (included: readonly IncludedPatient[]): ListedLesions =>
  lesionsListedIn(countedReadings(included));

/** What is listed in some readings, such as those of another reader. */
export function lesionsListedIn(readings: readonly ReadingOfPatient[]): ListedLesions {
  const patients = new Map<IncludedPatient, number>();
  const lesions = readings.flatMap(({ patient, reading: { listed, lesions: measured } }, pair) => {
    const position = patients.get(patient) ?? patients.size;
    patients.set(patient, position);
    return listed.map((row) => listedLesion(row, measured, position, pair));
  });
  return { patients: patients.size, pairs: readings.length, lesions };
}

/**
 * Whether some sequences together show a lesion: they do where one of them does, and do not where none of all does;
 * else, where the reader could not say of one, null.
 */
export function isSeenOn(
  { seenOn, assessedOn }: Pick<ListedLesion, 'seenOn' | 'assessedOn'>,
  sequences: SequenceSet,
): boolean | null {
  if (haveOneInCommon(seenOn, sequences)) return true;
  return isWithin(sequences, assessedOn) ? false : null;
}

function listedLesion(
  row: VisibilityRow,
  measured: readonly LesionRow[],
  patient: number,
  pair: number,
): ListedLesion {
  const sequences = (says: (seen: boolean | null) => boolean) =>
    sequenceSet(SEQUENCE_NAMES.filter((name) => says(row[seenColumn(name)])));
  return {
    patient,
    pair,
    number: row.lesion,
    side: row.side,
    segment: row.segment,
    nature: row.nature,
    reference: row.reference,
    sizeClass: sizeOf(row, measured),
    seenOn: sequences((seen) => seen === true),
    assessedOn: sequences((seen) => seen !== null),
    confidence: { mri: row[confidenceColumn('mri')], ct: row[confidenceColumn('ct')] },
  };
}

/** Of a listed lesion: as given, else by the largest diameter that the same reader measured on the same pair. */
export function sizeOf(
  { lesion: number, size_class }: VisibilityRow,
  measured: readonly LesionRow[],
): SizeClass | null {
  if (size_class !== null) return size_class;
  const lesion = measured.find((one) => one.lesion === number);
  const largest = lesion === undefined ? null : largestDiameter(lesion);
  return largest === null ? null : sizeClassOf(largest);
}
