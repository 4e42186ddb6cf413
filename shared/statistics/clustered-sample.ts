import { columnOfDifferences, isComplete, type Sample } from './sample.ts';

/** Values that come several to a patient, such as differences of pairs or lesions. */
export interface ClusteredSample {
  readonly values: Float64Array;
  /** Patient of each value, 0 … patientCount − 1 in order of first appearance. */
  readonly patients: Uint32Array;
  readonly patientCount: number;
}

/** Below this many patients the normal approximations of the clustered tests are not to be shown. */
export const fewestPatients = 6;

/** Differences x − y of the rows of which both values are present, with their patients. */
export const clusteredDifferences = (
  x: Sample,
  y: Sample,
  patients: ArrayLike<string | number>,
): ClusteredSample => clusteredSample(columnOfDifferences(x, y), patients);

/**
 * Values with their patients; missing values are left out, and so are patients who have no other. Where none is missing
 * and the patients are numbered already, it is the two columns themselves.
 */
export function clusteredSample(sample: Sample, patients: ArrayLike<string | number>): ClusteredSample {
  if (sample instanceof Float64Array && patients instanceof Uint32Array && isComplete(sample)) {
    const patientCount = numbered(patients);
    if (patientCount !== undefined) return { values: sample, patients, patientCount };
  }
  const values = new Float64Array(sample.length);
  const codes = new Uint32Array(sample.length);
  const codeOfRow = patients instanceof Uint32Array ? numberedCodes(patients) : numberedKeys(patients);
  let count = 0;
  let patientCount = 0;
  for (let index = 0; index < sample.length; index += 1) {
    const value = sample[index] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    const code = codeOfRow(index);
    if (code === patientCount) patientCount += 1;
    values[count] = value;
    codes[count] = code;
    count += 1;
  }
  return { values: values.subarray(0, count), patients: codes.subarray(0, count), patientCount };
}

/** How many patients there are, where they are numbered 0, 1, 2 … in order of first appearance. */
function numbered(patients: Uint32Array): number | undefined {
  let count = 0;
  for (let row = 0; row < patients.length; row += 1) {
    const patient = patients[row] ?? 0;
    if (patient > count) return undefined;
    if (patient === count) count += 1;
  }
  return count;
}

/** Numbers the patients of rows 0, 1, 2 … in the order in which their rows are asked for. */
type Numbering = (row: number) => number;

function numberedKeys(patients: ArrayLike<string | number>): Numbering {
  const numbers = new Map<string | number, number>();
  return (row) => {
    const patient = patients[row] ?? '';
    const number = numbers.get(patient) ?? numbers.size;
    numbers.set(patient, number);
    return number;
  };
}

/** Of patients who have numbers: a table of them is several times faster than a map. */
function numberedCodes(patients: Uint32Array): Numbering {
  let largest = 0;
  for (let row = 0; row < patients.length; row += 1) largest = Math.max(largest, patients[row] ?? 0);
  // One more than the number, 0 for a patient who has none yet.
  const places = new Uint32Array(largest + 1);
  let numbered = 0;
  return (row) => {
    const code = patients[row] ?? 0;
    const known = places[code] ?? 0;
    if (known > 0) return known - 1;
    numbered += 1;
    places[code] = numbered;
    return numbered - 1;
  };
}

/** The values that are not zero, with the patients who have one. */
export function withoutZeroValues({ values, patients }: ClusteredSample): ClusteredSample {
  const others = new Float64Array(values.length);
  const codes = new Uint32Array(values.length);
  const codeOfRow = numberedCodes(patients);
  let count = 0;
  let patientCount = 0;
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? 0;
    if (value === 0) continue;
    const code = codeOfRow(index);
    others[count] = value;
    codes[count] = code;
    patientCount = Math.max(patientCount, code + 1);
    count += 1;
  }
  return { values: others.subarray(0, count), patients: codes.subarray(0, count), patientCount };
}

/** Number of values of each patient. */
export function clusterSizes(sample: ClusteredSample): Float64Array {
  const sizes = new Float64Array(sample.patientCount);
  for (let index = 0; index < sample.patients.length; index += 1) {
    const patient = sample.patients[index] ?? 0;
    sizes[patient] = (sizes[patient] ?? 0) + 1;
  }
  return sizes;
}

/** Sum over each patient of something that each row has, less a constant; default: its value, less nothing. */
export function clusterSums(
  sample: ClusteredSample,
  row: ArrayLike<number> = sample.values,
  constant = 0,
): Float64Array {
  const sums = new Float64Array(sample.patientCount);
  for (let index = 0; index < sample.patients.length; index += 1) {
    const patient = sample.patients[index] ?? 0;
    sums[patient] = (sums[patient] ?? 0) + ((row[index] ?? 0) - constant);
  }
  return sums;
}
