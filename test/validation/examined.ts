import { ofEachTable, type RowKey, rowKey, type TableRow } from '#shared/tables/tables.ts';
import { type Circumstances, rowsBefore } from '#shared/validation/circumstances.ts';
import { contentsOf, type Examination } from '#shared/validation/examination.ts';
import type { ExaminationSettings } from '#shared/validation/examination-settings.ts';
import { examineFile } from '#shared/validation/examine-file.ts';
import { NO_OTHER_ROWS, type OtherRows, type RowPlace } from '#shared/validation/identity-rules.ts';
import type { Place, Problem } from '#shared/validation/problem.ts';
import { AT_THE_END, SETTINGS } from '#test/study/settings.ts';
import type { Bytes } from './csv-file.ts';

/** A problem or warning without its message. */
export interface Finding extends Place {
  readonly code: string;
}

export const examined = (
  bytes: Bytes,
  others: OtherRows = NO_OTHER_ROWS,
  settings: ExaminationSettings = SETTINGS,
  circumstances: Circumstances = AT_THE_END,
): Examination => examineFile(bytes, others, settings, circumstances);

export const findings = (problems: readonly Problem[]): readonly Finding[] =>
  problems.map(({ message: _message, marks: _marks, headline: _headline, ...finding }) => finding);

/** Why a file is refused; none for an accepted one. */
export function problemsOf(bytes: Bytes, others?: OtherRows): readonly Problem[] {
  const examination = examined(bytes, others);
  return examination.verdict === 'refused' ? examination.problems : [];
}

/** A file as the version that replaces another one. */
function replacing(before: Bytes, bytes: Bytes, others: OtherRows = NO_OTHER_ROWS): Examination {
  const replaced = examined(before);
  if (replaced.verdict === 'refused') throw new Error(`refused: ${replaced.problems[0]?.message.en}`);
  return examined(bytes, others, SETTINGS, { ...AT_THE_END, replaced: rowsBefore(replaced.rows) });
}

/** Why a file is refused that replaces another one. */
export function problemsReplacing(before: Bytes, bytes: Bytes): readonly Problem[] {
  const examination = replacing(before, bytes);
  return examination.verdict === 'refused' ? examination.problems : [];
}

/** What is doubtful in an accepted file that replaces another one. */
export function warningsReplacing(before: Bytes, bytes: Bytes, others?: OtherRows): readonly Problem[] {
  const examination = replacing(before, bytes, others);
  if (examination.verdict === 'refused') throw new Error(`refused: ${examination.problems[0]?.message.en}`);
  return examination.warnings;
}

/** What is doubtful in an accepted file. */
export function warningsOf(bytes: Bytes, others?: OtherRows): readonly Problem[] {
  const examination = examined(bytes, others);
  if (examination.verdict === 'refused') throw new Error(`refused: ${examination.problems[0]?.message.en}`);
  return examination.warnings;
}

export const codesOf = (bytes: Bytes, others?: OtherRows): readonly string[] =>
  problemsOf(bytes, others).map(({ code }) => code);

/** The typed rows of an accepted file. */
export function rowsOf(bytes: Bytes, others?: OtherRows): readonly TableRow[] {
  const examination = examined(bytes, others);
  if (examination.verdict === 'refused') throw new Error(`refused: ${examination.problems[0]?.message.en}`);
  return [...contentsOf(examination.rows)];
}

/** The rows of other files of the centre, each named by its key. */
export function rowsElsewhere(
  table: keyof OtherRows,
  keys: readonly string[],
  file = 'other.csv',
): OtherRows {
  const places = new Map(keys.map((key, position) => [key, { file, line: position + 2, older: true }]));
  return { ...NO_OTHER_ROWS, [table]: places };
}

/** Rows of other files of the centre that are known with what they say. */
export function centreRows(...contents: readonly TableRow[]): OtherRows {
  const others = ofEachTable(() => new Map<RowKey, RowPlace>());
  for (const [position, content] of contents.entries()) {
    const place = { file: `other-${content.table}.csv`, line: position + 2, older: true, content };
    others[content.table].set(rowKey(content), place);
  }
  return others;
}
