import { COUNTED, type CountedName } from '#shared/protocol/sequences.ts';
import { REGIONS, type Region } from '#shared/protocol/sides.ts';
import { type CountedPair, lesionCount } from './counted-pairs.ts';
import { patientCodes } from './patient-codes.ts';

/** The count analysis as columns, for the statistics. */
export interface CountColumns {
  /** How many pairs: the length of every column of `perPair`. */
  readonly pairs: number;
  /** How many patients: the length of every column of `perPatient`. */
  readonly patients: number;
  /** The patient of each pair, as his position among the patients. */
  readonly patientOfPair: Uint32Array;
  readonly perPair: (counted: CountedName, region: Region) => Float64Array;
  /** The metastases of each patient, all his pairs together. */
  readonly perPatient: (counted: CountedName, region: Region) => Float64Array;
}

export function countColumns(pairs: readonly CountedPair[]): CountColumns {
  const patientOfPair = patientCodes(pairs);
  const patients = patientOfPair.reduce((most, code) => Math.max(most, code + 1), 0);
  const columns = new Map(
    COUNTED.flatMap(({ name }) =>
      REGIONS.map((region) => {
        const perPair = Float64Array.from(pairs, (pair) => lesionCount(pair, name, region));
        const perPatient = new Float64Array(patients);
        for (const [pair, patient] of patientOfPair.entries()) {
          perPatient[patient] = (perPatient[patient] ?? 0) + (perPair[pair] ?? 0);
        }
        return [`${name}#${region}`, { perPair, perPatient }] as const;
      }),
    ),
  );
  const column = (name: CountedName, region: Region) => {
    const found = columns.get(`${name}#${region}`);
    if (found === undefined) throw new Error(`nothing is counted as ${name}`);
    return found;
  };
  return {
    pairs: pairs.length,
    patients,
    patientOfPair,
    perPair: (name, region) => column(name, region).perPair,
    perPatient: (name, region) => column(name, region).perPatient,
  };
}
