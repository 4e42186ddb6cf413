import type { LesionRow } from '#shared/tables/lesions.ts';
import { FIRST_READER, type PairRow } from '#shared/tables/pairs.ts';
import type { PatientRow } from '#shared/tables/patients.ts';
import type { ReaderRow } from '#shared/tables/readers.ts';
import { rowKey, type TableRow } from '#shared/tables/tables.ts';
import type { VisibilityRow } from '#shared/tables/visibility.ts';
import { those } from './those.ts';

/** A row and the centre that sent it. The same pseudonym in two centres is two patients. */
export interface CentreRow {
  readonly centre: string;
  readonly content: TableRow;
}

/** One reader's reading of one CT–MRI pair, with the lesions that he measured on it and those that he listed. */
export interface Reading {
  readonly pair: PairRow;
  readonly lesions: readonly LesionRow[];
  readonly listed: readonly VisibilityRow[];
}

/** A screened patient with all readings of all pairs, in order of pair, then reader. */
export interface ScreenedPatient {
  readonly centre: string;
  readonly patient: PatientRow;
  readonly readings: readonly Reading[];
}

/** A reader of a centre, as the centre describes him. */
export interface DescribedReader {
  readonly centre: string;
  readonly reader: ReaderRow;
}

/** The patients in order of centre and pseudonym, so that no result depends on the order of files or rows. */
export interface Study {
  readonly patients: readonly ScreenedPatient[];
  /** What centres say of their readers, in order of centre and number. */
  readonly readers: readonly DescribedReader[];
  /** How many rows belong to a row that has not arrived. */
  readonly orphans: { readonly pairs: number; readonly lesions: number; readonly visibility: number };
}

const inOrder = <T>(items: Iterable<T>, key: (item: T) => string): readonly T[] =>
  [...items]
    .map((item) => ({ item, key: key(item) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ item }) => item);

/** Puts the tables of all centres together. Pairs without a patient stay out, and lesions, measured or listed, without a pair. */
export function assembleStudy(rows: Iterable<CentreRow>): Study {
  const patients: { readonly id: string; readonly centre: string; readonly row: PatientRow }[] = [];
  const pairs = new Map<string, PairRow[]>();
  const lesions = new Map<string, LesionRow[]>();
  const listed = new Map<string, VisibilityRow[]>();
  const readers: DescribedReader[] = [];
  for (const { centre, content } of rows) {
    if (content.table === 'readers') {
      readers.push({ centre, reader: content.row });
      continue;
    }
    const patient = `${centre}#${content.row.patient_id}`;
    if (content.table === 'patients') patients.push({ id: patient, centre, row: content.row });
    else if (content.table === 'pairs') append(pairs, patient, content.row);
    else {
      const reading = `${patient}#${content.row.pair}#${content.row.reader}`;
      if (content.table === 'lesions') append(lesions, reading, content.row);
      else append(listed, reading, content.row);
    }
  }
  const readingsOf = (patient: string): readonly Reading[] =>
    inOrder(pairs.get(patient) ?? [], (row) => rowKey({ table: 'pairs', row })).map((pair) => {
      const reading = `${patient}#${pair.pair}#${pair.reader}`;
      return {
        pair,
        lesions: byNumber(lesions.get(reading)),
        listed: byNumber(listed.get(reading)),
      };
    });
  const screened = inOrder(patients, ({ id }) => id).map(({ id, centre, row }) => ({
    centre,
    patient: row,
    readings: readingsOf(id),
  }));
  const readings = screened.flatMap((patient) => patient.readings);
  return {
    patients: screened,
    readers: inOrder(readers, ({ centre, reader }) => `${centre}#${reader.reader}`),
    orphans: {
      pairs: lengths(pairs.values()) - readings.length,
      lesions: lengths(lesions.values()) - lengths(readings.map((reading) => reading.lesions)),
      visibility: lengths(listed.values()) - lengths(readings.map((reading) => reading.listed)),
    },
  };
}

/** One list for all readings without lesions: most list none. */
const NONE: readonly never[] = [];

const byNumber = <T extends { readonly lesion: number }>(lesions: readonly T[] | undefined): readonly T[] =>
  lesions?.toSorted((a, b) => a.lesion - b.lesion) ?? NONE;

const lengths = (lists: Iterable<readonly unknown[]>): number =>
  [...lists].reduce((sum, list) => sum + list.length, 0);

function append<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

/** The readings that the main tables speak of: those of the first reader. */
export const firstReadings = ({ readings }: ScreenedPatient): readonly Reading[] =>
  those(readings, ({ pair }) => pair.reader === FIRST_READER);
