import type { IncludedPatient } from '#shared/study/eligibility.ts';
import type { Reading } from '#shared/study/study.ts';

/** One CT–MRI pair of the study as two readers read it. */
export interface ReadTwice {
  readonly patient: IncludedPatient;
  readonly first: Reading;
  readonly second: Reading;
}

/** Two readers of one centre with everything that both have read. Reader 2 of another centre is somebody else. */
export interface ReaderPair {
  readonly centre: string;
  readonly first: number;
  readonly second: number;
  readonly readings: readonly ReadTwice[];
}

/**
 * Every two readers of a centre who read the same pair, in order of centre and of their numbers. Only pairs that the
 * study uses: those of the included patients that qualify as the first reader read them.
 */
export function readerPairs(patients: readonly IncludedPatient[]): readonly ReaderPair[] {
  const byReaders = new Map<string, ReaderPair & { readonly readings: ReadTwice[] }>();
  for (const patient of patients) {
    const { centre } = patient.screened;
    for (const { first, second } of readTwice(patient)) {
      const readers = { centre, first: first.pair.reader, second: second.pair.reader };
      const key = `${centre}#${readers.first}#${readers.second}`;
      const known = byReaders.get(key) ?? { ...readers, readings: [] };
      byReaders.set(key, known);
      known.readings.push({ patient, first, second });
    }
  }
  return [...byReaders.values()].toSorted(
    (a, b) =>
      (a.centre < b.centre ? -1 : a.centre > b.centre ? 1 : 0) || a.first - b.first || a.second - b.second,
  );
}

/** How many patients have a pair that both read. */
export const patientsOf = ({ readings }: ReaderPair): number =>
  new Set(readings.map(({ patient }) => patient)).size;

function readTwice({ screened, readings }: IncludedPatient) {
  const qualifying = new Set(readings.map(({ pair }) => pair.pair));
  // In order of pair, then reader.
  const ofPairs = Map.groupBy(
    screened.readings.filter(({ pair }) => qualifying.has(pair.pair)),
    ({ pair }) => pair.pair,
  );
  return [...ofPairs.values()].flatMap((ofPair) =>
    ofPair.flatMap((first, position) => ofPair.slice(position + 1).map((second) => ({ first, second }))),
  );
}
