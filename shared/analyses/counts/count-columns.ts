import { COUNTED, type CountedName } from '#shared/protocol/sequences.ts';
import type { Region, Side } from '#shared/protocol/sides.ts';
import { patientCodes } from '#shared/study/patient-codes.ts';
import { countColumn } from '#shared/tables/pairs.ts';
import type { CountedPair } from './counted-pairs.ts';

/** The count analysis as columns, for the statistics: how many metastases are seen on a sequence, or in a total. */
export interface CountColumns {
  /** How many pairs: the length of every column of `perPair`. */
  readonly pairs: number;
  /** How many patients: the length of every column of `perPatient`. */
  readonly patients: number;
  /** The patient of each pair, as his position among the patients. */
  readonly patientOfPair: Uint32Array;
  /** In a region of the liver; the whole liver is right + left. */
  readonly perPair: (counted: CountedName, region: Region) => Float64Array;
  /** The metastases of each patient, all his pairs together. */
  readonly perPatient: (counted: CountedName, region: Region) => Float64Array;
}

export function countColumns(pairs: readonly CountedPair[]): CountColumns {
  const patientOfPair = patientCodes(pairs);
  const patients = patientOfPair.reduce((most, code) => Math.max(most, code + 1), 0);
  return {
    pairs: pairs.length,
    patients,
    patientOfPair,
    ...lookedUpIn(columnsByName(pairs, patientOfPair, patients)),
  };
}

type Columns = Readonly<Record<'perPair' | 'perPatient', Float64Array>>;

function columnsByName(
  pairs: readonly CountedPair[],
  patientOfPair: Uint32Array,
  patients: number,
): ReadonlyMap<string, Columns> {
  const both = (perPair: Float64Array) => ({ perPair, perPatient: summed(perPair, patientOfPair, patients) });
  return new Map(
    COUNTED.flatMap(({ name }) => {
      const right = onSide(pairs, name, 'right');
      const left = onSide(pairs, name, 'left');
      const whole = right.map((count, pair) => count + (left[pair] ?? 0));
      return Object.entries({ right, left, whole }).map(
        ([region, perPair]) => [`${name}#${region}`, both(perPair)] as const,
      );
    }),
  );
}

/** In a scope of its own: what made them has the pairs at hand, which nobody holds any more once the columns are made. */
function lookedUpIn(columns: ReadonlyMap<string, Columns>): Pick<CountColumns, keyof Columns> {
  const column = (name: CountedName, region: Region) => {
    const found = columns.get(`${name}#${region}`);
    if (found === undefined) throw new Error(`nothing is counted as ${name}`);
    return found;
  };
  return {
    perPair: (name, region) => column(name, region).perPair,
    perPatient: (name, region) => column(name, region).perPatient,
  };
}

function onSide(pairs: readonly CountedPair[], name: CountedName, side: Side): Float64Array {
  const column = countColumn(name, side);
  return Float64Array.from(pairs, ({ pair }) => {
    const count = pair[column];
    // Validation refuses a countable pair of the complete protocol that lacks a count.
    if (count === null) throw new Error(`a counted pair has no ${column}`);
    return count;
  });
}

function summed(perPair: Float64Array, patientOfPair: Uint32Array, patients: number): Float64Array {
  const perPatient = new Float64Array(patients);
  for (let pair = 0; pair < perPair.length; pair += 1) {
    const patient = patientOfPair[pair] ?? 0;
    perPatient[patient] = (perPatient[patient] ?? 0) + (perPair[pair] ?? 0);
  }
  return perPatient;
}
