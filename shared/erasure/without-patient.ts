import { PATIENT_ID } from '#shared/tables/patients.ts';
import { decodeFile } from '#shared/validation/decode-file.ts';
import { SEPARATOR_LINE } from '#shared/validation/examine-file.ts';
import { type Header, type RefusedHeader, recogniseHeader } from '#shared/validation/recognise-header.ts';
import { DELIMITERS, isBlankLine, splitCells } from '#shared/validation/split-cells.ts';
import { type ByteLine, byteLines } from './byte-lines.ts';
import { bytesMention, textMentions } from './mentions.ts';

/** What a file is without the lines of one patient. */
export type WithoutPatient =
  | { readonly outcome: 'not there' }
  /** The other lines, byte for byte as they were. */
  | { readonly outcome: 'others left'; readonly bytes: Uint8Array<ArrayBuffer>; readonly lines: number }
  /** No line with anything on it is left, but perhaps a header. */
  | { readonly outcome: 'nothing left' }
  /** The patient is there, but no line is for certain one patient's alone: no text, or a stray quote in it. */
  | { readonly outcome: 'not by lines' };

/**
 * Takes one patient's lines out of an uploaded file of any encoding and dialect that the study reads, refused files
 * too. Whole cells count, so that P1 is not P12; a file that is no text is searched for the word.
 */
export function withoutPatient(bytes: Uint8Array, patient: string): WithoutPatient {
  const decoded = decodeFile(bytes);
  if ('code' in decoded) return { outcome: bytesMention(bytes, patient) ? 'not by lines' : 'not there' };
  const lines = [...byteLines(bytes, decoded.encoding)];
  const first = lines.find(({ text }) => !isBlankLine(text) && !SEPARATOR_LINE.test(text));
  if (first === undefined) return { outcome: 'not there' };
  const header = recogniseHeader(first);
  const isOfPatient = lineOf(header, patient);
  // A header that is none may be a row: somebody forgot the header.
  const from = 'columns' in header ? first.number + 1 : first.number;
  const taken = new Set(lines.filter((line) => line.number >= from && isOfPatient(line.text)));
  if (taken.size === 0) return { outcome: 'not there' };
  if (lines.some(({ text }) => splitCells(text, header.delimiter) === undefined))
    return { outcome: 'not by lines' };
  const others = lines.filter((line) => !taken.has(line));
  const rowsLeft = others.some(({ number, text }) => number >= from && !isBlankLine(text));
  if (!rowsLeft) return { outcome: 'nothing left' };
  return { outcome: 'others left', bytes: bytesOf(bytes, others), lines: taken.size };
}

/** Whether a file holds anything of a patient. */
export const holdsPatient = (bytes: Uint8Array, patient: string): boolean =>
  withoutPatient(bytes, patient).outcome !== 'not there';

function lineOf(header: Header | RefusedHeader, patient: string): (line: string) => boolean {
  const isPatient = (cell: string | undefined) => cell !== undefined && bare(cell) === patient;
  if (!('columns' in header)) {
    // Which of the delimiters it has, and what stands where, is not known.
    return (line) =>
      DELIMITERS.some((delimiter) => {
        const cells = splitCells(line, delimiter);
        return cells === undefined ? textMentions(line, patient) : cells.some(isPatient);
      });
  }
  const { columns, delimiter } = header;
  const position = columns.findIndex((column) => column?.name === PATIENT_ID.name);
  return (line) => {
    const cells = splitCells(line, delimiter);
    if (cells === undefined) return textMentions(line, patient);
    if (isPatient(cells[position])) return true;
    // A row that is wider than the header is shifted somewhere: any cell may be the patient's.
    const width = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
    return width > columns.length && cells.some(isPatient);
  };
}

/** A cell without what spreadsheets put around a text so that it stays one: `'012`, `="012"`. */
const bare = (cell: string): string => cell.replace(/^[\s='"]+|[\s'"]+$/g, '');

function bytesOf(bytes: Uint8Array, lines: readonly ByteLine[]): Uint8Array<ArrayBuffer> {
  const kept = new Uint8Array(lines.reduce((length, { start, end }) => length + end - start, 0));
  let length = 0;
  for (const { start, end } of lines) {
    kept.set(bytes.subarray(start, end), length);
    length += end - start;
  }
  return kept;
}
