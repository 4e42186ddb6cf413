import { decodeFile } from '#shared/validation/decode-file.ts';
import { DELIMITERS, splitCells } from '#shared/validation/split-cells.ts';
import { splitLines } from '#shared/validation/split-lines.ts';

/** More than a sheet of Excel cannot have. */
const MOST_ROWS = 1_048_576;

/**
 * The cells of a CSV file as texts, for a sheet; a line whose quotation marks are out of place is one cell. Of what is no text,
 * nothing.
 */
export function rowsOfFile(bytes: Uint8Array): readonly (readonly string[])[] {
  const decoded = decodeFile(bytes);
  if ('code' in decoded) return [];
  const lines = [...splitLines(decoded.text)].slice(0, MOST_ROWS);
  const header = lines.find(({ text }) => text.trim() !== '')?.text ?? '';
  const cellsBy = (delimiter: (typeof DELIMITERS)[number]) => splitCells(header, delimiter)?.length ?? 0;
  const delimiter = DELIMITERS.reduce((best, one) => (cellsBy(one) > cellsBy(best) ? one : best));
  return lines.map(({ text }) => splitCells(text, delimiter) ?? [text]);
}
