import type { CalendarDay } from '#shared/calendar.ts';
import { inOrderOfTime, type ScanDays } from '#shared/protocol/pair-interval.ts';
import { FIRST_READER, PAIR, READER } from '#shared/tables/pairs.ts';
import { PATIENT_ID } from '#shared/tables/patients.ts';
import type { FileRow } from './file-row.ts';
import type { FileRows } from './file-rows.ts';

/** What the rules between a patient's pairs look at. */
export interface DatedPair extends ScanDays {
  readonly patient: string;
  readonly pair: number;
  readonly reader: number;
  /** The days of its two scans in order of time. */
  readonly first: CalendarDay;
  readonly last: CalendarDay;
  readonly file: FileRow;
}

/**
 * The pairs of each patient in order of their numbers, patient by patient; made anew each time that they are gone through. Not those
 * of patients whose pairs stand in the file one after the other as they should, by the first reader and on later and later days:
 * no rule between pairs has anything to say of them, and so are most.
 */
export type PairsOfPatients = Iterable<readonly DatedPair[]>;

/** Those of a file; none of another table. */
export function pairsByPatient(rows: FileRows): PairsOfPatients {
  if (rows.table !== 'pairs') return [];
  const patient = rows.valuesOf(PATIENT_ID.name);
  const [pair, reader] = [rows.valuesOf(PAIR.name), rows.valuesOf(READER.name)];
  const [ct, mri] = [rows.valuesOf('ct_date'), rows.valuesOf('mri_date')];
  const datedPair = (row: number): DatedPair => {
    const days = { ct_date: String(ct(row)), mri_date: String(mri(row)) };
    const [first, last] = inOrderOfTime(days);
    return {
      ...days,
      first,
      last,
      patient: String(patient(row)),
      pair: Number(pair(row)),
      reader: Number(reader(row)),
      file: rows.rowAt(row),
    };
  };
  const isLater = (before: number, row: number) =>
    Number(pair(before)) < Number(pair(row)) &&
    String(ct(before)) < String(ct(row)) &&
    String(mri(before)) < String(mri(row));
  const isAsItShould = (own: readonly number[]) =>
    own.every((row, at) => reader(row) === FIRST_READER && (at === 0 || isLater(own[at - 1] ?? row, row)));
  const patients = rows.byPatient().filter((own) => !isAsItShould(own));
  return {
    *[Symbol.iterator]() {
      for (const own of patients) yield own.map(datedPair).sort((a, b) => a.pair - b.pair);
    },
  };
}
