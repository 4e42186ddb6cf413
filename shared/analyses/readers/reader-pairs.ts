import type { IncludedPatient } from '#shared/study/eligibility.ts';
import type { Reading } from '#shared/study/study.ts';

/** One CT–MRI pair of the study as two readers read it. */
export interface ReadTwice {
  readonly patient: IncludedPatient;
  readonly first: Reading;
  readonly second: Reading;
}

/** Two readers with everything that both have read. Reader 2 of one centre is not reader 2 of another: a number is a role. */
export interface ReaderPair {
  readonly first: number;
  readonly second: number;
  readonly readings: readonly ReadTwice[];
}

/**
 * Every two readers who read the same pair, in order of their numbers. Only pairs that the study uses: those of
 * the included patients that qualify as the first reader read them.
 */
export function readerPairs(patients: readonly IncludedPatient[]): readonly ReaderPair[] {
  const byReaders = new Map<string, { first: number; second: number; readings: ReadTwice[] }>();
  for (const patient of patients) {
    for (const { first, second } of readTwice(patient)) {
      const [one, other] = [first.pair.reader, second.pair.reader];
      const key = `${one}#${other}`;
      const known = byReaders.get(key) ?? { first: one, second: other, readings: [] };
      byReaders.set(key, known);
      known.readings.push({ patient, first, second });
    }
  }
  return [...byReaders.values()].toSorted((a, b) => a.first - b.first || a.second - b.second);
}

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
