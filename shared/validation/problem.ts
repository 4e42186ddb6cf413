import type { Bilingual } from '#shared/language.ts';

/** Where in a file something is: its own line number (the first line is 1), and the study's name of the column. */
export interface Place {
  readonly row: number | null;
  readonly column: string | null;
  /** The cell as the sender wrote it; long ones are cut. */
  readonly value: string | null;
}

/** Something wrong (or, in a warning, doubtful) in an uploaded file, with its remedy in the message. */
export interface Problem extends Place {
  /** Never changed, so that programs can rely on it. */
  readonly code: string;
  readonly message: Bilingual;
  /** Where one message stands for many cells of its column: the lines of all of them. */
  readonly marks?: readonly number[];
  /** Of what is so grave that it stands on the report’s first line: the same in a few words. */
  readonly headline?: Bilingual;
}

const LONGEST_VALUE = 200;

export const inWholeFile: Place = { row: null, column: null, value: null };

export const onLine = (row: number): Place => ({ row, column: null, value: null });

export function inCell(row: number, column: string | null, cell: string): Place {
  const value = cell.length > LONGEST_VALUE ? `${cell.slice(0, LONGEST_VALUE)}…` : cell;
  return { row, column, value };
}

/** Defines one kind of problem: a code and its text, made of the details that the kind needs. */
export function problemKind<Details extends readonly unknown[]>(
  code: string,
  message: (...details: Details) => Bilingual,
): (place: Place, ...details: Details) => Problem {
  return (place, ...details) => ({ ...place, code, message: message(...details) });
}
