import { inLanguage, type Language } from '#shared/language.ts';
import { harmless, quoted } from '#shared/publication/csv.ts';
import { isNameOf } from '#shared/tables/header-names.ts';
import { PATIENT_ID } from '#shared/tables/patients.ts';
import {
  ANNOTATION_COLUMN,
  annotationAt,
  annotationCode,
  isOurAnnotation,
} from '#shared/validation/annotation-column.ts';
import type { FileText } from '#shared/validation/examine-file.ts';
import type { Problem } from '#shared/validation/problem.ts';
import type { Delimiter } from '#shared/validation/split-cells.ts';
import type { FileLine } from '#shared/validation/split-lines.ts';
import { wouldBeAltered } from './altered-id.ts';
import { annotationEncoding, byteOrderMark, encode } from './encoded-text.ts';
import { cellText, inQuotes, rawCells, rewritten } from './raw-cells.ts';

/**
 * The sender's own file with one more column that says what is wrong in each row. All that is theirs stays to the byte:
 * separators, quotation marks, each line's end, encoding, blank lines; but for a cell that a spreadsheet would run as a
 * formula, which is made text, and an id that it would alter, which is put in quotation marks. Where the file has an
 * annotation of ours already, that is replaced.
 *
 * @param language - of the reader, where it is known
 */
export function annotatedFile(
  text: FileText,
  problems: readonly Problem[],
  language: Language = 'both',
): Uint8Array<ArrayBuffer> {
  const { delimiter, headerLine } = text;
  const byLine = problemsByLine(problems, headerLine);
  const headerText = text.lines[headerLine - 1]?.text ?? '';
  const header = ownCells(rawCells(headerText, delimiter), text);
  const ids = header.findIndex((cell) => isNameOf(PATIENT_ID, cellText(cell)));

  const annotation = ({ number }: FileLine) => {
    const found = (byLine.get(number) ?? []).map((problem) => describe(problem, language)).join(' | ');
    if (number !== headerLine) return found;
    return found === '' ? ANNOTATION_COLUMN : `${ANNOTATION_COLUMN}: ${found}`;
  };
  const annotated = (line: FileLine): string => {
    // What Excel reads before the header (`sep=;`) must stay as it is, and a blank line stays blank.
    if (line.number < headerLine || (line.text.trim() === '' && !line.text.includes(delimiter)))
      return line.text;
    const cells = ownCells(rawCells(line.text, delimiter), text).map((cell, position) =>
      keptCell(cell, position === ids, delimiter),
    );
    return withAnnotation(cells, header.length, quoted(harmless(annotation(line)), delimiter)).join(
      delimiter,
    );
  };
  const encoding = annotationEncoding(text);
  // Encoded line by line: as one text, the messages of a file that is wrong throughout take gigabytes.
  return joined([
    encode(`${byteOrderMark(text)}${text.before}`, encoding),
    ...text.lines.map((line) => encode(`${annotated(line)}${line.lineEnd}`, encoding)),
    encode(text.after, encoding),
  ]);
}

/** The cells of a row but for our own annotation. A row that has something else there is shifted: it stays whole. */
function ownCells(cells: readonly string[], { annotationAt: at }: FileText): readonly string[] {
  if (at === undefined) return cells;
  const behind = cells.slice(at);
  const isOurs = behind.every((cell) => isOurAnnotation(cellText(cell)) || isHeaderOfOurs(cell));
  return isOurs ? cells.slice(0, at) : cells;
}

const isHeaderOfOurs = (cell: string) => annotationAt([cellText(cell)]) === 0;

function keptCell(raw: string, isId: boolean, delimiter: Delimiter): string {
  const text = cellText(raw);
  if (isId && wouldBeAltered(text.trim())) return raw.startsWith('"') ? raw : inQuotes(raw);
  const safe = harmless(text);
  return safe === text ? raw : rewritten(raw, safe, delimiter);
}

/**
 * A row with its annotation in the column behind the header's last; behind its own last cell where it has more cells than
 * the header, but in the first of those where they are all blank: so no row makes the file wider than it was.
 */
function withAnnotation(cells: readonly string[], width: number, annotation: string): readonly string[] {
  if (cells.length <= width) {
    const padding = new Array<string>(width - cells.length).fill('');
    return [...cells, ...padding, annotation];
  }
  if (cells.slice(width).some((cell) => cell !== '')) return [...cells, annotation];
  return annotation === '' ? cells : cells.with(width, annotation);
}

/** What is wrong on each line; a problem of a whole column stands in every row that has such a cell. */
function problemsByLine(problems: readonly Problem[], headerLine: number): ReadonlyMap<number, Problem[]> {
  const byLine = new Map<number, Problem[]>();
  for (const problem of problems) {
    for (const line of new Set([problem.row ?? headerLine, ...(problem.marks ?? [])])) {
      const found = byLine.get(line);
      if (found === undefined) byLine.set(line, [problem]);
      else found.push(problem);
    }
  }
  return byLine;
}

function describe({ column, message, code }: Problem, language: Language): string {
  const sentence = `${inLanguage(language, message)} ${annotationCode(code)}`;
  return column === null ? sentence : `${column}: ${sentence}`;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let end = 0;
  for (const part of parts) {
    whole.set(part, end);
    end += part.length;
  }
  return whole;
}
