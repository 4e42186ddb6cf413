import type { IncludedPatient } from './eligibility.ts';

/** A number for the patient of each item, 0, 1, 2 … in order of first appearance: the key of clustered statistics. */
export function patientCodes(items: readonly { readonly patient: IncludedPatient }[]): Uint32Array {
  const codes = new Map<IncludedPatient, number>();
  return Uint32Array.from(items, ({ patient }) => {
    const code = codes.get(patient) ?? codes.size;
    codes.set(patient, code);
    return code;
  });
}
