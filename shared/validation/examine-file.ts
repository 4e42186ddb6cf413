import type { TableName } from '#shared/tables/tables.ts';
import type { Circumstances } from './circumstances.ts';
import { decodeFile } from './decode-file.ts';
import { type Examination, type Judgement, type Refused, refusedFor, refusedWhole } from './examination.ts';
import type { ExaminationSettings } from './examination-settings.ts';
import { examineRows, type FileWithRows, judgeRows } from './examine-rows.ts';
import {
  emptyFile,
  fileTooLarge,
  lineTooLong,
  tooManyRows,
  type Unreadable,
  unreadableFile,
} from './file-problems.ts';
import { headerCause } from './header-causes.ts';
import type { OtherRows } from './identity-rules.ts';
import { LARGEST_FILE_BYTES, LARGEST_FILE_MEGABYTES, LONGEST_LINE, MOST_LINES, MOST_ROWS } from './limits.ts';
import { inWholeFile, onLine } from './problem.ts';
import { readRows } from './read-rows.ts';
import { recogniseHeader } from './recognise-header.ts';
import { isBlankLine } from './split-cells.ts';
import { type FileLine, type FileLines, hasMoreLines, splitLines } from './split-lines.ts';

export const refusedTooLarge = (): Refused => refusedWhole(fileTooLarge(inWholeFile, LARGEST_FILE_MEGABYTES));

export const refusedUnreadable = (why: Unreadable): Refused => refusedWhole(unreadableFile(inWholeFile, why));

/** A first line that only tells Excel the separator; the header follows it. */
export const SEPARATOR_LINE = /^"?sep=.?"?[;,\t]*$/i;

/** A file as far as it can be read alone: its header known and its rows read, or refused before that. */
export type ReadFile = FileWithRows | { readonly refused: Refused };

/**
 * Reads one uploaded file by all the rules of the study, against the rows of the centre's other accepted
 * files. A file is accepted whole or refused whole, with every problem in order of its lines.
 */
export const examineFile = (
  bytes: Uint8Array,
  others: OtherRows,
  settings: ExaminationSettings,
  circumstances: Circumstances,
): Examination => examineRead(readFile(bytes), others, settings, circumstances);

/** What its own rows and the centre's others say of a file that was read. */
export const examineRead = (
  file: ReadFile,
  others: OtherRows,
  settings: ExaminationSettings,
  circumstances: Circumstances,
): Examination => ('refused' in file ? file.refused : examineRows(file, others, settings, circumstances));

/** The same, the verdict alone. */
export const judgeRead = (
  file: ReadFile,
  others: OtherRows,
  settings: ExaminationSettings,
  circumstances: Circumstances,
): Judgement => ('refused' in file ? file.refused : judgeRows(file, others, settings, circumstances));

/** The table of a file that was read; null where its header is none of the study. */
export const tableOf = (file: ReadFile): TableName | null =>
  'refused' in file ? file.refused.table : file.header.table;

/** Reads a file without any other: what is to be examined beside several is read once. */
export function readFile(bytes: Uint8Array): ReadFile {
  const refused = (examination: Refused) => ({ refused: examination });
  if (bytes.length > LARGEST_FILE_BYTES) return refused(refusedTooLarge());
  const decoded = decodeFile(bytes);
  if ('code' in decoded) return refused(refusedWhole(decoded));
  if (hasMoreLines(decoded.text, MOST_LINES))
    return refused(refusedWhole(tooManyRows(inWholeFile, MOST_ROWS)));
  const lines = splitLines(decoded.text);
  const long = found(lines, (line) => line.text.length > LONGEST_LINE);
  if (long !== undefined) return refused(refusedWhole(lineTooLong(onLine(long.number), LONGEST_LINE)));
  const first = found(lines, (line) => !isBlankLine(line.text) && !SEPARATOR_LINE.test(line.text));
  if (first === undefined) return refused(refusedWhole(emptyFile(inWholeFile)));

  const below = lines.below(first.number);
  const header = recogniseHeader(first, below);
  const { delimiter, annotationAt } = header;
  const { encoding, before, after } = decoded;
  const text = { lines, encoding, before, after, delimiter, headerLine: first.number, annotationAt };
  if ('problems' in header) return refused(refusedFor(header.problems, { table: null, text }));
  const read = headerCause(header, below) ?? readRows(header, below);
  return 'code' in read ? refused(refusedFor([read], { table: header.table, text })) : { header, read, text };
}

function found(lines: FileLines, isOne: (line: FileLine) => boolean): FileLine | undefined {
  for (const line of lines) if (isOne(line)) return line;
  return undefined;
}
