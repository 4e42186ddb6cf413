import type { LesionRow } from '#shared/tables/lesions.ts';
import type { PairRow } from '#shared/tables/pairs.ts';
import type { PatientRow } from '#shared/tables/patients.ts';
import { patientOf, type RowKey, type TableRow } from '#shared/tables/tables.ts';
import type { VisibilityRow } from '#shared/tables/visibility.ts';
import type { FileRow } from './file-row.ts';
import { type OtherRows, withoutLastPart } from './identity-rules.ts';
import type { Place } from './problem.ts';

/** A row of the centre; `at` says where it stands in the file that is examined, if it is of that file. */
export interface KnownRow<Row> {
  readonly row: Row;
  readonly at: ((column: string) => Place) | undefined;
}

export interface KnownReading {
  pair: KnownRow<PairRow> | undefined;
  readonly lesions: KnownRow<LesionRow>[];
  readonly listed: KnownRow<VisibilityRow>[];
}

/** What the centre's files say together of one patient. */
export interface KnownPatient {
  patient: KnownRow<PatientRow> | undefined;
  readonly readings: Map<RowKey, KnownReading>;
}

/** The patients of whom a file speaks, by their ids, with what it and the centre's other files say of each. */
export function patientsSideBySide(
  rows: readonly FileRow[],
  others: OtherRows,
): ReadonlyMap<string, KnownPatient> {
  const patients = new Map<string, KnownPatient>();
  const own = new Set<RowKey>();
  for (const { content, key, at } of rows) {
    const patient_id = patientOf(content);
    if (patient_id === undefined) continue;
    const known = patients.get(patient_id) ?? { patient: undefined, readings: new Map() };
    patients.set(patient_id, known);
    own.add(`${content.table}#${key}`);
    put(known, content, key, at);
  }
  for (const places of Object.values(others)) {
    for (const [key, { content }] of places) {
      if (content === undefined) continue;
      const known = patients.get(patientOf(content) ?? '');
      if (known !== undefined && !own.has(`${content.table}#${key}`)) put(known, content, key, undefined);
    }
  }
  return patients;
}

function put(known: KnownPatient, content: TableRow, key: RowKey, at: KnownRow<unknown>['at']): void {
  if (content.table === 'readers') return;
  if (content.table === 'patients') {
    known.patient = { row: content.row, at };
    return;
  }
  const reading = content.table === 'pairs' ? key : withoutLastPart(key);
  const found = known.readings.get(reading) ?? { pair: undefined, lesions: [], listed: [] };
  known.readings.set(reading, found);
  if (content.table === 'pairs') found.pair = { row: content.row, at };
  else if (content.table === 'visibility') found.listed.push({ row: content.row, at });
  else found.lesions.push({ row: content.row, at });
}
