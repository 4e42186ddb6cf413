import { inOrderOfTime } from '#shared/protocol/pair-interval.ts';
import type { PairRow } from '#shared/tables/pairs.ts';
import type { Problem } from './problem.ts';
import type { FileRow } from './read-row.ts';
import { pairsOutOfOrder } from './row-problems.ts';
import { readersDatesDiffer } from './warnings.ts';

interface DatedPair {
  readonly row: PairRow;
  readonly line: number;
  readonly at: FileRow['at'];
}

function pairsByPatient(rows: readonly FileRow[]): readonly (readonly DatedPair[])[] {
  const patients = new Map<string, DatedPair[]>();
  for (const { content, line, at } of rows) {
    if (content.table !== 'pairs') continue;
    const pairs = patients.get(content.row.patient_id) ?? [];
    patients.set(content.row.patient_id, pairs);
    pairs.push({ row: content.row, line, at });
  }
  return [...patients.values()].map((pairs) => pairs.toSorted((a, b) => a.row.pair - b.row.pair));
}

const earliest = (row: PairRow) => inOrderOfTime(row)[0];
const latest = (row: PairRow) => inOrderOfTime(row)[1];

/** For each pair number of a patient, the reading whose first scan is the latest. */
function lastBeginnings(pairs: readonly DatedPair[]): readonly DatedPair[] {
  const last = new Map<number, DatedPair>();
  for (const pair of pairs) {
    const known = last.get(pair.row.pair);
    if (known === undefined || earliest(known.row) < earliest(pair.row)) last.set(pair.row.pair, pair);
  }
  return [...last.values()];
}

/**
 * Pairs whose numbers contradict the order of time. Only a pair that lies wholly before one with a smaller
 * number is refused: where two pairs overlap (the CT of one between the scans of the other), either order is right.
 */
export function pairsOutOfTime(rows: readonly FileRow[]): readonly Problem[] {
  return pairsByPatient(rows).flatMap((pairs) => {
    const beginnings = lastBeginnings(pairs);
    return pairs.flatMap((pair) => {
      const later = beginnings.find(
        (other) => other.row.pair < pair.row.pair && latest(pair.row) < earliest(other.row),
      );
      return later === undefined ? [] : [pairsOutOfOrder(pair.at('ct_date'), later.line, later.row.pair)];
    });
  });
}

/** Two readers of one pair look at the same scans, so the dates should be the same. */
export function readersDisagreeingOnDates(rows: readonly FileRow[]): readonly Problem[] {
  return pairsByPatient(rows).flatMap((pairs) =>
    pairs.slice(1).flatMap((pair, position) => {
      const before = pairs[position];
      const sameScans = before !== undefined && before.row.pair === pair.row.pair;
      const sameDates = before?.row.ct_date === pair.row.ct_date && before.row.mri_date === pair.row.mri_date;
      return sameScans && !sameDates ? [readersDatesDiffer(pair.at('ct_date'), before.line)] : [];
    }),
  );
}
