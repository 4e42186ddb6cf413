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
export function pairsOutOfTime(patients: PairsOfPatients): readonly Problem[] {
  const problems: Problem[] = [];
  for (const pairs of patients) {
    // Where each begins when the one before it does, or later, none can lie before another: so it mostly is.
    if (pairs.every(({ first }, at) => (pairs[at - 1]?.first ?? first) <= first)) continue;
    const beginnings = lastBeginnings(pairs);
    for (const { pair, last, file } of pairs) {
      const later = beginnings.find((other) => other.pair < pair && last < other.first);
      if (later !== undefined)
        problems.push(pairsOutOfOrder(file.at('ct_date'), later.file.line, later.pair));
    }
  }
  return problems;
}

/** Two readers of one pair look at the same scans, so the dates should be the same. */
export function readersDisagreeingOnDates(patients: PairsOfPatients): readonly Problem[] {
  const problems: Problem[] = [];
  for (const pairs of patients) {
    for (const [position, { pair, ct_date, mri_date, file }] of pairs.entries()) {
      const before = pairs[position - 1];
      if (before?.pair !== pair || (before.ct_date === ct_date && before.mri_date === mri_date)) continue;
      problems.push(readersDatesDiffer(file.at('ct_date'), before.file.line));
    }
  }
  return problems;
}
