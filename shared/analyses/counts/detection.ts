import type { CountedName } from '#shared/protocol/sequences.ts';
import { type Region, SIDES } from '#shared/protocol/sides.ts';
import type { CountColumns } from './count-columns.ts';
import { markedByAny, ofMarked } from './marked-patients.ts';

/** How many metastases of each patient there are, and how many are seen on each of some sequences. */
export interface SeenLesions {
  readonly present: Float64Array;
  readonly seen: readonly Float64Array[];
}

/**
 * What some sequences see of a union's lesions, patient by patient, all his pairs together. Patients without any
 * lesion say nothing about detection and are left out.
 */
export function seenOf(
  counts: CountColumns,
  union: CountedName,
  sequences: readonly CountedName[],
  region: Region,
): SeenLesions {
  const present = counts.perPatient(union, region);
  const seen = sequences.map((sequence) => counts.perPatient(sequence, region));
  const withLesions = markedByAny(counts.patients, [present, ...seen]);
  return {
    present: ofMarked(present, withLesions),
    seen: seen.map((column) => ofMarked(column, withLesions)),
  };
}

/** On how many pairs a sequence shows more than the union that should hold all its lesions, and of how many patients. */
export interface AboveUnion {
  readonly pairs: number;
  readonly patients: number;
}

/**
 * The union is then no union, and no share of it means anything. It is looked at on each side of each pair: in a
 * patient's sum, or in right + left, another pair or side may hide it.
 */
export function aboveUnion(
  counts: CountColumns,
  union: CountedName,
  sequences: readonly CountedName[],
  region: Region,
): AboveUnion {
  const pairs = new Set<number>();
  for (const side of SIDES.filter((one) => region === 'whole' || region === one)) {
    const present = counts.perPair(union, side);
    for (const seen of sequences.map((sequence) => counts.perPair(sequence, side))) {
      for (let pair = 0; pair < counts.pairs; pair += 1) {
        if ((seen[pair] ?? 0) > (present[pair] ?? 0)) pairs.add(pair);
      }
    }
  }
  return {
    pairs: pairs.size,
    patients: new Set(Array.from(pairs, (pair) => counts.patientOfPair[pair])).size,
  };
}
