/** Some of the patients: 1 where one is meant, 0 elsewhere. */
export type Marks = Uint8Array;

/** The figures of those who are marked, in their order. */
export function ofMarked(perPatient: Float64Array, marks: Marks): Float64Array {
  const figures = new Float64Array(perPatient.length);
  let count = 0;
  for (let patient = 0; patient < perPatient.length; patient += 1) {
    if (marks[patient] !== 1) continue;
    figures[count] = perPatient[patient] ?? 0;
    count += 1;
  }
  return figures.subarray(0, count);
}

/** Marks those of whom at least one column has more than 0. */
export function markedByAny(patients: number, columns: readonly Float64Array[]): Marks {
  const marks = new Uint8Array(patients);
  for (const column of columns) {
    for (let patient = 0; patient < patients; patient += 1) {
      if ((column[patient] ?? 0) > 0) marks[patient] = 1;
    }
  }
  return marks;
}
