import type { CalendarDay } from '#shared/calendar.ts';
import { inOrderOfTime, type ScanDays } from '#shared/protocol/pair-interval.ts';
import { PAIR, READER } from '#shared/tables/pairs.ts';
import type { FileRow } from './file-row.ts';
import type { FileRows } from './file-rows.ts';

/** What the rules between a patient's pairs look at. */
export interface DatedPair extends ScanDays {
  readonly pair: number;
  readonly reader: number;
  /** The days of its two scans in order of time. */
  readonly first: CalendarDay;
  readonly last: CalendarDay;
  readonly file: FileRow;
}

/** The pairs of each patient in order of their numbers, patient by patient; made anew each time that they are gone through. */
export type PairsOfPatients = Iterable<readonly DatedPair[]>;

/** Those of a file; none of another table. */
export function pairsByPatient(rows: FileRows): PairsOfPatients {
  if (rows.table !== 'pairs') return [];
  const patients = rows.byPatient();
  const [pair, reader] = [rows.valuesOf(PAIR.name), rows.valuesOf(READER.name)];
  const [ct, mri] = [rows.valuesOf('ct_date'), rows.valuesOf('mri_date')];
  const datedPair = (row: number): DatedPair => {
    const days = { ct_date: String(ct(row)), mri_date: String(mri(row)) };
    const [first, last] = inOrderOfTime(days);
    return {
      ...days,
      first,
      last,
      pair: Number(pair(row)),
      reader: Number(reader(row)),
      file: rows.rowAt(row),
    };
  };
  return {
    *[Symbol.iterator]() {
      for (const own of patients) yield own.map(datedPair).sort((a, b) => a.pair - b.pair);
    },
  };
}
