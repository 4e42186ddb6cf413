import type { DatedPair, PairsOfPatients } from './pairs-by-patient.ts';
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
export const pairsOutOfTime = (patients: PairsOfPatients): readonly Problem[] =>
  patients.flatMap((pairs) => {
    // Where each begins when the one before it does, or later, none can lie before another: so it mostly is.
    if (pairs.every(({ first }, at) => (pairs[at - 1]?.first ?? first) <= first)) return [];
    const beginnings = lastBeginnings(pairs);
    return pairs.flatMap(({ pair, last, file }) => {
      const later = beginnings.find((other) => other.pair < pair && last < other.first);
      return later === undefined ? [] : [pairsOutOfOrder(file.at('ct_date'), later.file.line, later.pair)];
    });
  });

/** Two readers of one pair look at the same scans, so the dates should be the same. */
export const readersDisagreeingOnDates = (patients: PairsOfPatients): readonly Problem[] =>
  patients.flatMap((pairs) =>
    pairs.flatMap(({ pair, ct_date, mri_date, file }, position) => {
      const before = pairs[position - 1];
      if (before === undefined || before.pair !== pair) return [];
      const sameDates = before.ct_date === ct_date && before.mri_date === mri_date;
      return sameDates ? [] : [readersDatesDiffer(file.at('ct_date'), before.file.line)];
    }),
  );
