import type { CountedName } from '#shared/protocol/sequences.ts';
import { SIDES } from '#shared/protocol/sides.ts';
import { siftCounted } from '#shared/study/analyses.ts';
import type { IncludedPatient } from '#shared/study/eligibility.ts';
import { countColumn, type PairRow } from '#shared/tables/pairs.ts';

/** One pair of the count analysis; `patient` tells pairs of the same patient. */
export interface CountedPair {
  readonly patient: IncludedPatient;
  readonly pair: PairRow;
}

/** The pairs of the count analysis: the included patients' qualifying pairs whose lesions can be counted. */
export function countedPairs(included: readonly IncludedPatient[]): readonly CountedPair[] {
  return included.flatMap((patient) => siftCounted(patient).kept.map(({ pair }) => ({ patient, pair })));
}

/** What a pair shows on both sides; a side without a count adds nothing. */
export const wholeLiverCount = (pair: PairRow, counted: CountedName): number =>
  SIDES.reduce((metastases, side) => metastases + (pair[countColumn(counted, side)] ?? 0), 0);
