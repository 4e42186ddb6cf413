import { DECIDE_INCLUSION } from '#shared/tables/patients.ts';
import type { TableName } from '#shared/tables/tables.ts';
import { idsAlikeBefore, idsAlikeInFile, idsAlikeInOtherFiles } from './alike-ids.ts';
import type { Circumstances } from './circumstances.ts';
import { crossTableWarnings } from './cross-table-rules.ts';
import { datesToCome } from './dates-to-come.ts';
import { decodeFile, type Encoding } from './decode-file.ts';
import type { ExaminationSettings } from './examination-settings.ts';
import { emptyFile, fileTooLarge, lineTooLong, noRows, tooManyRows } from './file-problems.ts';
import { frequentOnesTogether } from './frequent-warnings.ts';
import { headerCause } from './header-causes.ts';
import { idsThatIdentify, idsThatMayIdentify } from './id-shapes.ts';
import {
  type Conflict,
  examplesLeft,
  type OtherRows,
  orphans,
  repeatedRows,
  rowsInOtherFiles,
} from './identity-rules.ts';
import { lesionsChangingSide, lesionsTooMany } from './lesion-file-rules.ts';
import { lesionProblems, lesionWarnings } from './lesion-rules.ts';
import { LARGEST_FILE_BYTES, LARGEST_FILE_MEGABYTES, LONGEST_LINE, MOST_LINES, MOST_ROWS } from './limits.ts';
import { monthFirstDates } from './month-first-dates.ts';
import { pairsOutOfTime, readersDisagreeingOnDates } from './pair-file-rules.ts';
import { pairProblems, pairWarnings } from './pair-rules.ts';
import { patientWarnings } from './patient-rules.ts';
import { inWholeFile, onLine, type Problem } from './problem.ts';
import type { FileRow } from './read-row.ts';
import { type RowsRead, readRows } from './read-rows.ts';
import { type Header, recogniseHeader } from './recognise-header.ts';
import { lossesOfReplacement } from './replacement-rules.ts';
import { perhapsShiftedRows } from './short-rows.ts';
import { type Delimiter, isBlankLine } from './split-cells.ts';
import { type FileLine, hasMoreLines, splitLines } from './split-lines.ts';
import { inclusionColumnAbsent, optionalColumnAbsent } from './warnings.ts';
import { causesOfColumns } from './whole-columns.ts';

/** The lines of a file, with its encoding and delimiter: the annotated file is written in the same way. */
export interface FileText {
  /** All of them, blank ones too. */
  readonly lines: readonly FileLine[];
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

export type Examination =
  | {
      readonly verdict: 'accepted';
      readonly table: TableName;
      readonly rows: readonly FileRow[];
      readonly warnings: readonly Problem[];
      readonly text: FileText;
    }
  | {
      readonly verdict: 'refused';
      readonly table: TableName | null;
      readonly problems: readonly Problem[];
      /** Older files of the centre whose rows cause one of the problems: as long as all of them stay, it is refused. */
      readonly blockedBy: readonly string[];
      /** Absent where the file is no text. */
      readonly text: FileText | undefined;
    };

/** All problems of a refused file, or all warnings of an accepted one: why it is refused, or what is doubtful all the same. */
export const findingsOf = (examination: Examination): readonly Problem[] =>
  examination.verdict === 'refused' ? examination.problems : examination.warnings;

/** A file that is refused before any line of it is read. */
export const refusedWhole = (problem: Problem): Examination => ({
  verdict: 'refused',
  table: null,
  problems: [problem],
  blockedBy: [],
  text: undefined,
});

export const refusedTooLarge = (): Examination =>
  refusedWhole(fileTooLarge(inWholeFile, LARGEST_FILE_MEGABYTES));

/** A first line that only tells Excel the separator; the header follows it. */
export const SEPARATOR_LINE = /^"?sep=.?"?[;,\t]*$/i;

/**
 * Reads one uploaded file by all the rules of the study, against the rows of the centre's other accepted
 * files. A file is accepted whole or refused whole, with every problem in order of its lines.
 */
export function examineFile(
  bytes: Uint8Array,
  others: OtherRows,
  settings: ExaminationSettings,
  circumstances: Circumstances,
): Examination {
  if (bytes.length > LARGEST_FILE_BYTES) return refusedTooLarge();
  const decoded = decodeFile(bytes);
  if ('code' in decoded) return refusedWhole(decoded);
  if (hasMoreLines(decoded.text, MOST_LINES)) return refusedWhole(tooManyRows(inWholeFile, MOST_ROWS));
  const lines = splitLines(decoded.text);
  const long = lines.find((line) => line.text.length > LONGEST_LINE);
  if (long !== undefined) return refusedWhole(lineTooLong(onLine(long.number), LONGEST_LINE));
  const first = lines.find((line) => !isBlankLine(line.text) && !SEPARATOR_LINE.test(line.text));
  if (first === undefined) return refusedWhole(emptyFile(inWholeFile));

  const below = lines.slice(first.number);
  const header = recogniseHeader(first, below);
  const { delimiter, annotationAt } = header;
  const { encoding, before, after } = decoded;
  const text = { lines, encoding, before, after, delimiter, headerLine: first.number, annotationAt };
  if ('problems' in header) {
    return { verdict: 'refused', table: null, problems: header.problems, blockedBy: [], text };
  }
  const read = headerCause(header, below) ?? readRows(header, below);
  return 'code' in read
    ? { verdict: 'refused', table: header.table, problems: [read], blockedBy: [], text }
    : examineRows(header, read, text, others, settings, circumstances);
}

function examineRows(
  header: Header,
  { rows, problems, isEmpty }: RowsRead,
  text: FileText,
  others: OtherRows,
  settings: ExaminationSettings,
  circumstances: Circumstances,
): Examination {
  const { table } = header;
  const dates = monthFirstDates(header, text.lines.slice(header.line), problems);
  const conflicts: readonly Conflict[] = [
    ...rowsInOtherFiles(rows, others),
    ...idsAlikeInOtherFiles(rows, others),
    ...lesionsTooMany(rows, others, settings),
  ];
  const all = inOrderOfLines([
    ...causesOfColumns(header, dates.problems),
    ...(isEmpty ? [noRows(onLine(header.line))] : []),
    ...rows.flatMap((row) => rowProblems(row, settings)),
    ...repeatedRows(rows),
    ...idsAlikeInFile(rows),
    ...idsAlikeBefore(rows, circumstances.replaced),
    ...idsThatIdentify(rows),
    // Where months stand first, days that were read as if they did not say nothing.
    ...(dates.found ? [] : [...pairsOutOfTime(rows), ...datesToCome(rows, circumstances)]),
    ...conflicts.map(({ problem }) => problem),
  ]);
  if (all.length > 0) {
    const blocked = conflicts.find(({ files }) => files.length > 0);
    const blockedBy = [...new Set(blocked?.files)].sort();
    return { verdict: 'refused', table, problems: all, blockedBy, text };
  }
  return {
    verdict: 'accepted',
    table,
    rows,
    warnings: warningsOf(header, rows, text.lines, others, settings, circumstances),
    text,
  };
}

function rowProblems({ content, at }: FileRow, settings: ExaminationSettings): readonly Problem[] {
  switch (content.table) {
    case 'patients':
      return [];
    case 'pairs':
      return pairProblems(content.row, at);
    case 'lesions':
      return lesionProblems(content.row, at, settings);
  }
}

function rowWarnings({ content, at }: FileRow, settings: ExaminationSettings): readonly Problem[] {
  switch (content.table) {
    case 'patients':
      return patientWarnings(content.row, at, settings);
    case 'pairs':
      return pairWarnings(content.row, at, settings);
    case 'lesions':
      return lesionWarnings(content.row, at);
  }
}

function warningsOf(
  header: Header,
  rows: readonly FileRow[],
  lines: readonly FileLine[],
  others: OtherRows,
  settings: ExaminationSettings,
  { replaced }: Circumstances,
): readonly Problem[] {
  const warnings = [
    ...lossesOfReplacement(rows, replaced, others, header.line),
    ...(header.absent.length > 0
      ? [optionalColumnAbsent(onLine(header.line), header.absent.map(({ name }) => name).join(', '))]
      : []),
    ...header.absent
      .filter(({ name }) => DECIDE_INCLUSION.includes(name))
      .map(({ name }) => inclusionColumnAbsent({ ...onLine(header.line), column: name }, name)),
    ...rows.flatMap((row) => rowWarnings(row, settings)),
    ...lesionsChangingSide(rows),
    ...readersDisagreeingOnDates(rows),
    ...examplesLeft(rows),
    ...idsThatMayIdentify(rows, header.line),
    ...perhapsShiftedRows(header, lines.slice(header.line)),
    ...orphans(rows, others),
    ...crossTableWarnings(rows, others, settings),
  ];
  return inOrderOfLines(frequentOnesTogether(warnings, rows.length, header.line));
}

const inOrderOfLines = (problems: readonly Problem[]) =>
  problems.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0));
