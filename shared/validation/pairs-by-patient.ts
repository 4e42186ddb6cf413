import type { CalendarDay } from '#shared/calendar.ts';
import { inOrderOfTime, type ScanDays } from '#shared/protocol/pair-interval.ts';
import type { FileRow, FileRows } from './file-rows.ts';

/** What the rules between a patient's pairs look at. */
export interface DatedPair extends ScanDays {
  readonly pair: number;
  readonly reader: number;
  /** The days of its two scans in order of time. */
  readonly first: CalendarDay;
  readonly last: CalendarDay;
  readonly file: FileRow;
}

/** The pairs of each patient, in order of their numbers. */
export type PairsOfPatients = readonly (readonly DatedPair[])[];

/** Those of a file; none of another table. */
export function pairsByPatient(rows: FileRows): PairsOfPatients {
  const patients = new Map<string, DatedPair[]>();
  if (rows.table === 'pairs') {
    rows.each(({ table, row }, file) => {
      if (table !== 'pairs') return;
      const { patient_id, pair, reader, ct_date, mri_date } = row;
      const [first, last] = inOrderOfTime(row);
      const pairs = patients.get(patient_id);
      const dated = { pair, reader, ct_date, mri_date, first, last, file };
      if (pairs === undefined) patients.set(patient_id, [dated]);
      else pairs.push(dated);
    });
  }
  return [...patients.values()].map((pairs) => pairs.toSorted((a, b) => a.pair - b.pair));
}
