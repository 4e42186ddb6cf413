import type { StudySettings } from '#shared/protocol/study-settings.ts';
import type { IncludedPatient } from '#shared/study/eligibility.ts';
import { type CentreGroup, centreGroups } from './centre-groups.ts';

/** The centre of each of some rows. */
export interface RowCentres {
  readonly names: readonly string[];
  /** As its place among the names. */
  readonly ofRow: Uint32Array;
}

/** The centre of each pair or lesion. */
export function centresOf(items: readonly { readonly patient: IncludedPatient }[]): RowCentres {
  const places = new Map<string, number>();
  const ofRow = Uint32Array.from(items, ({ patient: { screened } }) => {
    const place = places.get(screened.centre) ?? places.size;
    places.set(screened.centre, place);
    return place;
  });
  return { names: [...places.keys()], ofRow };
}

/** Two columns to compare, with whose and from where each row is. */
export interface PairedRows {
  /** NaN where there is no value. */
  readonly first: Float64Array;
  readonly second: Float64Array;
  /** As their places among all patients; each is of one centre. */
  readonly patients: Uint32Array;
  readonly centres: RowCentres;
}

/** The rows of one group of centres that have both values. */
export interface GroupSample extends Omit<PairedRows, 'centres'> {
  readonly group: CentreGroup;
  /** 0, 1, 2 … in order of first appearance: a table of them is then as small as their group. */
  readonly patients: Uint32Array;
  /** How many different patients. */
  readonly patientCount: number;
}

/**
 * Divides the rows that have both values among the centres that may be shown and the others, their order kept.
 * Who may be shown is decided by the patients of just these rows: a centre of many may have measured few.
 */
export function centreSamples(rows: PairedRows, settings: StudySettings): readonly GroupSample[] {
  const { first, second, patients, centres } = rows;
  const counts = completeByCentre(rows);
  const groups = centreGroups(
    new Map(centres.names.map((centre, place) => [centre, counts.patients[place] ?? 0])),
    settings,
  );
  // The sample of each centre's rows; none where nobody is shown.
  const sampleOf: (Filling | undefined)[] = centres.names.map(() => undefined);
  const samples = groups.map((group) => {
    const places = group.centres.map((centre) => centres.names.indexOf(centre));
    const total = (ofCentre: Uint32Array) => places.reduce((sum, place) => sum + (ofCentre[place] ?? 0), 0);
    const length = total(counts.rows);
    const sample = {
      group,
      first: new Float64Array(length),
      second: new Float64Array(length),
      patients: new Uint32Array(length),
      patientCount: total(counts.patients),
      filled: { rows: 0, patients: 0 },
    };
    for (const place of places) sampleOf[place] = sample;
    return sample;
  });
  // One more than the number of a patient, 0 for one who has none yet.
  const numbers = new Uint32Array(patientsIn(rows));
  for (let row = 0; row < first.length; row += 1) {
    const sample = sampleOf[centres.ofRow[row] ?? 0];
    if (sample === undefined || !isComplete(rows, row)) continue;
    const { filled } = sample;
    const patient = patients[row] ?? 0;
    if (numbers[patient] === 0) {
      filled.patients += 1;
      numbers[patient] = filled.patients;
    }
    sample.first[filled.rows] = first[row] ?? Number.NaN;
    sample.second[filled.rows] = second[row] ?? Number.NaN;
    sample.patients[filled.rows] = (numbers[patient] ?? 0) - 1;
    filled.rows += 1;
  }
  return samples;
}

interface Filling extends GroupSample {
  /** How many rows and patients it has already. */
  readonly filled: { rows: number; patients: number };
}

const isComplete = ({ first, second }: PairedRows, row: number): boolean =>
  !(Number.isNaN(first[row]) || Number.isNaN(second[row]));

/** How many patients there are, those without a complete row too. */
function patientsIn({ patients }: PairedRows): number {
  let count = 0;
  for (let row = 0; row < patients.length; row += 1) count = Math.max(count, (patients[row] ?? 0) + 1);
  return count;
}

/** How many complete rows each centre has, and different patients of theirs; none for a centre without such a row. */
function completeByCentre(rows: PairedRows): {
  readonly rows: Uint32Array;
  readonly patients: Uint32Array;
} {
  const { patients, centres } = rows;
  const counts = {
    rows: new Uint32Array(centres.names.length),
    patients: new Uint32Array(centres.names.length),
  };
  const counted = new Uint8Array(patientsIn(rows));
  for (let row = 0; row < patients.length; row += 1) {
    if (!isComplete(rows, row)) continue;
    const [patient, centre] = [patients[row] ?? 0, centres.ofRow[row] ?? 0];
    counts.rows[centre] = (counts.rows[centre] ?? 0) + 1;
    if (counted[patient] === 1) continue;
    counted[patient] = 1;
    counts.patients[centre] = (counts.patients[centre] ?? 0) + 1;
  }
  return counts;
}
