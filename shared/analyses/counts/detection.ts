import type { CountedName } from '#shared/protocol/sequences.ts';
import type { Region } from '#shared/protocol/sides.ts';
import type { CountColumns } from './count-columns.ts';

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
  const any = Array.from(
    present,
    (count, patient) => count > 0 || seen.some((column) => (column[patient] ?? 0) > 0),
  );
  const withLesions = (column: Float64Array) => column.filter((_, patient) => any[patient] === true);
  return { present: withLesions(present), seen: seen.map(withLesions) };
}
