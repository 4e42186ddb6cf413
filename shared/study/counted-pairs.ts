import type { CountedName } from '#shared/protocol/sequences.ts';
import type { Region, Side } from '#shared/protocol/sides.ts';
import { countColumn, type PairRow } from '#shared/tables/pairs.ts';
import { type IncludedPatient, includedPatients } from './eligibility.ts';
import type { Study } from './study.ts';

/** One pair of the count analysis; `patient` tells pairs of the same patient. */
export interface CountedPair {
  readonly patient: IncludedPatient;
  readonly pair: PairRow;
}

/** The pairs of the count analysis: the included patients' qualifying pairs whose lesions can be counted. */
export function countedPairs(study: Study): readonly CountedPair[] {
  return includedPatients(study).flatMap((patient) =>
    patient.readings.filter(({ pair }) => pair.countable === 'yes').map(({ pair }) => ({ patient, pair })),
  );
}

/** How many metastases are seen on a sequence (or in a total) in a region; the whole liver is right + left. */
export function lesionCount({ pair }: CountedPair, counted: CountedName, region: Region): number {
  if (region === 'whole') return countOnSide(pair, counted, 'right') + countOnSide(pair, counted, 'left');
  return countOnSide(pair, counted, region);
}

function countOnSide(pair: PairRow, counted: CountedName, side: Side): number {
  const count = pair[countColumn(counted, side)];
  // Validation refuses a countable pair of the complete protocol that lacks a count.
  if (count === null) throw new Error(`a counted pair has no ${countColumn(counted, side)}`);
  return count;
}

export const patientsOf = (pairs: readonly CountedPair[]): number =>
  new Set(pairs.map(({ patient }) => patient)).size;
