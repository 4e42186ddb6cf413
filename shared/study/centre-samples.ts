import type { CentreGroup } from './centre-groups.ts';

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

/** Divides the rows that have both values among the groups of centres, their order kept. */
export function centreSamples(
  { first, second, patients, centres }: PairedRows,
  groups: readonly CentreGroup[],
): readonly GroupSample[] {
  const groupOf = new Map(groups.flatMap((group) => group.centres.map((centre) => [centre, group])));
  const rowsOf = new Map<CentreGroup, number[]>(groups.map((group) => [group, []]));
  for (const [row, centre] of centres.entries()) {
    const group = groupOf.get(centre);
    if (group === undefined || Number.isNaN(first[row]) || Number.isNaN(second[row])) continue;
    rowsOf.get(group)?.push(row);
  }
  return [...rowsOf].map(([group, rows]) => {
    const ofRows = (column: Float64Array) => Float64Array.from(rows, (row) => column[row] ?? Number.NaN);
    const own = Uint32Array.from(rows, (row) => patients[row] ?? 0);
    return {
      group,
      first: ofRows(first),
      second: ofRows(second),
      patients: own,
      patientCount: new Set(own).size,
    };
  });
}
