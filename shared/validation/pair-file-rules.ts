import type { FileRows } from './file-rows.ts';
import { type DatedPair, pairsByPatient } from './pairs-by-patient.ts';
import type { Problem } from './problem.ts';
import { pairsOutOfOrder } from './row-problems.ts';
import { readersDatesDiffer } from './warnings.ts';

/** For each pair number of a patient, the reading whose first scan is the latest. */
function lastBeginnings(pairs: readonly DatedPair[]): readonly DatedPair[] {
  const last = new Map<number, DatedPair>();
  for (const pair of pairs) {
    const known = last.get(pair.pair);
    if (known === undefined || known.first < pair.first) last.set(pair.pair, pair);
  }
  return [...last.values()];
}

/**
 * Pairs whose numbers contradict the order of time. Only a pair that lies wholly before one with a smaller
 * number is refused: where two pairs overlap (the CT of one between the scans of the other), either order is right.
 */
export function pairsOutOfTime(rows: FileRows): readonly Problem[] {
  return pairsByPatient(rows).flatMap((pairs) => {
    const beginnings = lastBeginnings(pairs);
    return pairs.flatMap(({ pair, last, file }) => {
      const later = beginnings.find((other) => other.pair < pair && last < other.first);
      return later === undefined ? [] : [pairsOutOfOrder(file.at('ct_date'), later.file.line, later.pair)];
    });
  });
}

/** Two readers of one pair look at the same scans, so the dates should be the same. */
export function readersDisagreeingOnDates(rows: FileRows): readonly Problem[] {
  return pairsByPatient(rows).flatMap((pairs) =>
    pairs.slice(1).flatMap(({ pair, ct_date, mri_date, file }, position) => {
      const before = pairs[position];
      if (before === undefined || before.pair !== pair) return [];
      const sameDates = before.ct_date === ct_date && before.mri_date === mri_date;
      return sameDates ? [] : [readersDatesDiffer(file.at('ct_date'), before.file.line)];
    }),
  );
}
