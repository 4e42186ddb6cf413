import type { IncludedPatient } from '#shared/study/eligibility.ts';
import { FIRST_READER } from '#shared/tables/pairs.ts';
import { countedReadings, lesionsListedIn, type ReadingOfPatient } from './listed-lesions.ts';
import { type ListOfReader, type RatedCase, ratedCase } from './marks.ts';

/** A pair as some readers rate it. */
export interface CaseOfPatient extends RatedCase {
  /** Positions: the patient’s among the included ones, the pair’s among the counted ones. */
  readonly patient: number;
  readonly pair: number;
}

/** Readers of one centre, and the pairs on which each of them rates the same lesions. */
export interface ReadersTogether {
  readonly centre: string;
  /** By their numbers in the centre. */
  readonly readers: readonly number[];
  readonly cases: readonly CaseOfPatient[];
}

/** A counted pair, and what its readers list on it. */
interface ListedPair {
  readonly patient: number;
  readonly pair: number;
  readonly centre: string;
  readonly lists: ReadonlyMap<number, ListOfReader>;
}

/** How the first reader of each centre rates the pairs that he lists lesions of. */
export function casesOfFirstReader(pairs: readonly ListedPair[]): readonly CaseOfPatient[] {
  return casesOf(pairs, [FIRST_READER]);
}

/**
 * The centres of which two readers or more list lesions, in order of their names, with the pairs that all of these readers
 * list. A reader’s number is a person of his centre, so that readers of two centres never read together.
 */
export function readersTogether(pairs: readonly ListedPair[]): readonly ReadersTogether[] {
  return [...Map.groupBy(pairs, ({ centre }) => centre)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([centre, own]) => {
      const readers = [...new Set(own.flatMap(({ lists }) => [...lists.keys()]))].toSorted((a, b) => a - b);
      return readers.length < 2 ? [] : [{ centre, readers, cases: casesOf(own, readers) }];
    });
}

/** A case is a pair with a lesion that all the readers rate. */
function casesOf(pairs: readonly ListedPair[], readers: readonly number[]): readonly CaseOfPatient[] {
  return pairs.flatMap(({ patient, pair, lists }) => {
    const own = readers.flatMap((reader) => lists.get(reader) ?? []);
    return own.length < readers.length ? [] : [{ patient, pair, ...ratedCase(own) }];
  });
}

/** The counted pairs on which some reader lists a lesion. */
export function listedPairs(included: readonly IncludedPatient[]): readonly ListedPair[] {
  const positions = new Map(included.map((patient, position) => [patient, position]));
  return countedReadings(included).flatMap(({ patient, reading: { pair: counted } }, pair) => {
    const readings = patient.screened.readings.filter((reading) => reading.pair.pair === counted.pair);
    const lists = readings.flatMap((reading): readonly (readonly [number, ListOfReader])[] =>
      reading.listed.length === 0 ? [] : [[reading.pair.reader, listOf({ patient, reading })]],
    );
    if (lists.length === 0) return [];
    const [position, { centre }] = [positions.get(patient) ?? 0, patient.screened];
    return [{ patient: position, pair, centre, lists: new Map(lists) }];
  });
}

function listOf(reading: ReadingOfPatient): ListOfReader {
  const { lesions } = lesionsListedIn([reading]);
  return {
    lesions: new Map(lesions.map((lesion) => [lesion.number, lesion])),
    isComplete: reading.reading.pair.lesions_listed === 'all',
  };
}
