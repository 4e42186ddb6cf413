import type { IncludedPatient } from '#shared/study/eligibility.ts';
import { patientCodes } from '#shared/study/patient-codes.ts';

/** What two readers say of one thing of one patient. */
export interface Said<T> {
  readonly patient: IncludedPatient;
  readonly first: T;
  readonly second: T;
}

/** With a number for each patient, the same for all twos of readers. */
export function withCodes<T>(twos: readonly (readonly Said<T>[])[]) {
  const codes = patientCodes(twos.flat());
  let position = 0;
  return twos.map((two) =>
    two.map(({ first, second }) => {
      const patient = codes[position] ?? 0;
      position += 1;
      return { first, second, patient };
    }),
  );
}
