import type { TableName, TableRow } from '#shared/tables/tables.ts';
import type { Encoding } from './decode-file.ts';
import type { FileRow } from './file-row.ts';
import type { Problem } from './problem.ts';
import type { Delimiter } from './split-cells.ts';
import type { FileLines } from './split-lines.ts';
import { type Tally, tallied } from './tally.ts';

/** The lines of a file, with its encoding and delimiter: the annotated file is written in the same way. */
export interface FileText {
  /** All of them, blank ones too. */
  readonly lines: FileLines;
  readonly encoding: Encoding;
  /** Marks around the lines that are no part of them, as the decoded text has them. */
  readonly before: string;
  readonly after: string;
  readonly delimiter: Delimiter;
  /** The number of the line that is, or should be, the header. */
  readonly headerLine: number;
  /** Where in the header our own annotation stands, if the file has come back with it. */
  readonly annotationAt: number | undefined;
}

/** In order of lines; made one after the other, each time that they are gone through: a file has up to 200,000. */
export interface AcceptedRows extends Iterable<FileRow> {
  readonly length: number;
}

/** What rows say, without their places in a file. */
export function* contentsOf(rows: Iterable<Pick<FileRow, 'content'>>): Generator<TableRow> {
  for (const { content } of rows) yield content;
}

interface AcceptedRowsOfFile {
  readonly verdict: 'accepted';
  readonly table: TableName;
  readonly rows: AcceptedRows;
  readonly text: FileText;
}

interface Accepted extends AcceptedRowsOfFile {
  /** Those that are kept of the tally. */
  readonly warnings: readonly Problem[];
  readonly tally: Tally;
}

/** A file that is refused. */
export interface Refused {
  readonly verdict: 'refused';
  readonly table: TableName | null;
  /** Those that are kept of the tally. */
  readonly problems: readonly Problem[];
  readonly tally: Tally;
  /** Older files of the centre whose rows cause one of the problems: as long as all of them stay, it is refused. */
  readonly blockedBy: readonly string[];
  /** Absent where the file is no text. */
  readonly text: FileText | undefined;
}

export type Examination = Accepted | Refused;

/** A verdict alone: what is doubtful in an accepted file, a third of the work, nobody asks. */
export type Judgement = AcceptedRowsOfFile | Refused;

/**
 * The problems of a refused file, or the warnings of an accepted one: why it is refused, or what is doubtful all the same.
 * Those that are kept: all of them, unless they are very many.
 */
export const findingsOf = (examination: Examination): readonly Problem[] => examination.tally.kept;

/** @param problems - in order of lines */
export function refusedFor(
  problems: Iterable<Problem>,
  about: Pick<Refused, 'table' | 'text'> & Partial<Pick<Refused, 'blockedBy'>>,
): Refused {
  const tally = tallied(problems);
  return { verdict: 'refused', problems: tally.kept, tally, blockedBy: [], ...about };
}

/** A file that is refused before any line of it is read. */
export const refusedWhole = (problem: Problem): Refused =>
  refusedFor([problem], { table: null, text: undefined });
