import { lehmerGenerator } from './lehmer-generator.ts';

/** Whole patients drawn with replacement, in each replicate as many as there are. */
export interface PatientDraws {
  readonly patients: number;
  readonly replicates: number;
  /** How often each patient is drawn, in each replicate. */
  readonly timesDrawn: readonly Uint16Array[];
}

/**
 * Draws patients for a bootstrap. The draws follow from the seed and the number of patients alone, so that they can
 * serve for many columns of the same patients, and are the same everywhere.
 *
 * @param seed from 1 to 2147483646.
 */
export function drawPatients(patients: number, seed: number, replicates = 2000): PatientDraws {
  const next = lehmerGenerator(seed);
  const timesDrawn = Array.from({ length: replicates }, () => {
    const times = new Uint16Array(patients);
    for (let draw = 0; draw < patients; draw += 1) {
      const drawn = Math.floor(next() * patients);
      times[drawn] = (times[drawn] ?? 0) + 1;
    }
    return times;
  });
  return { patients, replicates, timesDrawn };
}
