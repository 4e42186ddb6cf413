import type { StudySettings } from '#shared/protocol/study-settings.ts';
import { type CentreGroup, centreGroups } from './centre-groups.ts';

/** Two columns to compare, with whose and from where each row is. */
export interface PairedRows {
  /** NaN where there is no value. */
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly patients: Uint32Array;
  readonly centres: readonly string[];
}

/** The rows of one group of centres that have both values. */
export interface GroupSample extends Omit<PairedRows, 'centres'> {
  readonly group: CentreGroup;
  /** How many different patients. */
  readonly patientCount: number;
}

/**
 * Divides the rows that have both values among the centres that may be shown and the others, their order kept.
 * Who may be shown is decided by the patients of just these rows: a centre of many may have measured few.
 */
export function centreSamples(rows: PairedRows, settings: StudySettings): readonly GroupSample[] {
  const { first, second, patients, centres } = rows;
  const complete = completeRows(first, second);
  const counts = patientsByCentre(rows, complete);
  const groups = centreGroups(counts, settings);
  const groupOf = new Map(
    groups.flatMap(({ centres: own }, at) => own.map((centre) => [centre, at] as const)),
  );
  const rowsOf: number[][] = groups.map(() => []);
  for (const row of complete) rowsOf[groupOf.get(centres[row] ?? '') ?? -1]?.push(row);
  return groups.map((group, at) => {
    const own = rowsOf[at] ?? [];
    const ofRows = (column: Float64Array) => Float64Array.from(own, (row) => column[row] ?? Number.NaN);
    return {
      group,
      first: ofRows(first),
      second: ofRows(second),
      patients: Uint32Array.from(own, (row) => patients[row] ?? 0),
      patientCount: group.centres.reduce((sum, centre) => sum + (counts.get(centre) ?? 0), 0),
    };
  });
}

function completeRows(first: Float64Array, second: Float64Array): readonly number[] {
  const complete: number[] = [];
  for (let row = 0; row < first.length; row += 1) {
    if (!(Number.isNaN(first[row]) || Number.isNaN(second[row]))) complete.push(row);
  }
  return complete;
}

/** How many different patients of each centre some rows speak of; none for a centre without such a row. */
function patientsByCentre(
  { patients, centres }: PairedRows,
  rows: readonly number[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const centre of centres) counts.set(centre, 0);
  const counted = new Set<number>();
  for (const row of rows) {
    const [patient = 0, centre = ''] = [patients[row], centres[row]];
    if (counted.has(patient)) continue;
    counted.add(patient);
    counts.set(centre, (counts.get(centre) ?? 0) + 1);
  }
  return counts;
}
