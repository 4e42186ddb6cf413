import type { Language } from '#shared/language.ts';
import { harmless, quoted } from '#shared/publication/csv.ts';
import { isNameOf } from '#shared/tables/header-names.ts';
import { PATIENT_ID } from '#shared/tables/patients.ts';
import { ANNOTATION_COLUMN, annotationAt, isOurAnnotation } from '#shared/validation/annotation-column.ts';
import type { FileText } from '#shared/validation/examination.ts';
import type { Delimiter } from '#shared/validation/split-cells.ts';
import type { FileLine } from '#shared/validation/split-lines.ts';
import { wouldBeAltered } from './altered-id.ts';
import { type Annotating, annotations } from './annotations.ts';
import { annotationEncoding, byteOrderMark, encode } from './encoded-text.ts';
import { cellText, inQuotes, rawCells, rewritten } from './raw-cells.ts';

/** How many lines are encoded at once: one by one they would be a million pieces, all at once one of gigabytes. */
const LINES_AT_ONCE = 1_000;

/**
 * The sender's own file with one more column that says what is wrong in each row. All that is theirs stays to the byte:
 * separators, quotation marks, each line's end, encoding, blank lines; but for a cell that a spreadsheet would run as a
 * formula, which is made text, and an id that it would alter, which is put in quotation marks. Where the file has an
 * annotation of ours already, that is replaced.
 *
 * @param problems - in order of lines
 * @param language - of the reader, where it is known
 */
export function annotatedFile(
  text: FileText,
  problems: readonly Annotating[],
  language: Language = 'both',
): Uint8Array<ArrayBuffer> {
  const { delimiter, headerLine } = text;
  const headerText = text.lines.numbered(headerLine)?.text ?? '';
  const header = ownCells(rawCells(headerText, delimiter), text);
  const ids = header.findIndex((cell) => isNameOf(PATIENT_ID, cellText(cell)));
  const annotationOf = annotations(problems, headerLine, language);

  const annotation = ({ number }: FileLine) => {
    const found = annotationOf(number);
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
  const pieces = [encode(`${byteOrderMark(text)}${text.before}`, encoding)];
  let piece: string[] = [];
  const encodePiece = () => {
    pieces.push(encode(piece.join(''), encoding));
    piece = [];
  };
  for (const line of text.lines) {
    piece.push(`${annotated(line)}${line.lineEnd}`);
    if (piece.length === LINES_AT_ONCE) encodePiece();
  }
  encodePiece();
  return joined([...pieces, encode(text.after, encoding)]);
}

/** The cells of a row but for our own annotation. A row that has something else there is shifted: all of that stays. */
function ownCells(cells: readonly string[], { annotationAt: at }: FileText): readonly string[] {
  if (at === undefined) return cells;
  const isOurs = (cell: string) => isOurAnnotation(cellText(cell)) || isHeaderOfOurs(cell);
  if (cells.slice(at).every(isOurs)) return cells.slice(0, at);
  const last = cells.findLastIndex((cell) => cellText(cell).trim() !== '');
  return isOurs(cells[last] ?? '') ? cells.slice(0, last) : cells;
}

const isHeaderOfOurs = (cell: string) => annotationAt([cellText(cell)]) === 0;

function keptCell(raw: string, isId: boolean, delimiter: Delimiter): string {
  const text = cellText(raw);
  if (isId && wouldBeAltered(text.trim())) return raw.startsWith('"') ? raw : inQuotes(raw);
  const safe = harmless(text);
  return safe === text ? raw : rewritten(raw, safe, delimiter);
}

/**
 * A row with its annotation in the column behind the header's last; where it has cells of its own there, in the first blank
 * one behind them. Only a row without such a cell, and wider than the header already, gets one more.
 */
function withAnnotation(cells: readonly string[], width: number, annotation: string): readonly string[] {
  if (cells.length <= width) {
    const padding = new Array<string>(width - cells.length).fill('');
    return [...cells, ...padding, annotation];
  }
  if (annotation === '') return cells;
  const place = Math.max(width, cells.findLastIndex((cell) => cell !== '') + 1);
  return place < cells.length ? cells.with(place, annotation) : [...cells, annotation];
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
