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
  const complete = [...centres.keys()].filter(
    (row) => !(Number.isNaN(first[row]) || Number.isNaN(second[row])),
  );
  const groups = centreGroups(patientsByCentre(rows, complete), settings);
  const groupOf = new Map(groups.flatMap((group) => group.centres.map((centre) => [centre, group])));
  const rowsOf = Map.groupBy(complete, (row) => groupOf.get(centres[row] ?? ''));
  return groups.map((group) => {
    const own = rowsOf.get(group) ?? [];
    const ofRows = (column: Float64Array) => Float64Array.from(own, (row) => column[row] ?? Number.NaN);
    const ownPatients = Uint32Array.from(own, (row) => patients[row] ?? 0);
    return {
      group,
      first: ofRows(first),
      second: ofRows(second),
      patients: ownPatients,
      patientCount: new Set(ownPatients).size,
    };
  });
}

/** How many different patients of each centre some rows speak of; none for a centre without such a row. */
function patientsByCentre(
  { patients, centres }: PairedRows,
  rows: readonly number[],
): ReadonlyMap<string, number> {
  const byCentre = new Map([...new Set(centres)].map((centre) => [centre, new Set<number>()]));
  for (const row of rows) byCentre.get(centres[row] ?? '')?.add(patients[row] ?? 0);
  return new Map([...byCentre].map(([centre, found]) => [centre, found.size]));
}
