import { quoted } from '#shared/publication/csv.ts';
import { type Delimiter, splitCells } from '#shared/validation/split-cells.ts';

const QUOTE = '"';

/**
 * The cells of a line as they are written, with their quotation marks; joined by the delimiter, they are the line again.
 * Where a mark is out of place, no spreadsheet would find the cells: each that holds one is quoted, so that they open
 * apart, the mark among them.
 */
export function rawCells(line: string, delimiter: Delimiter): readonly string[] {
  if (!line.includes(QUOTE)) return line.split(delimiter);
  if (splitCells(line, delimiter) === undefined) {
    return line.split(delimiter).map((cell) => quoted(cell, delimiter));
  }
  const cells: string[] = [];
  let start = 0;
  let isQuoted = false;
  for (let position = 0; position < line.length; position++) {
    if (line[position] === QUOTE) isQuoted = !isQuoted;
    if (line[position] !== delimiter || isQuoted) continue;
    cells.push(line.slice(start, position));
    start = position + 1;
  }
  return [...cells, line.slice(start)];
}

/** What a cell says, without its quotation marks. */
export const cellText = (raw: string): string =>
  raw.startsWith(QUOTE) ? raw.slice(1, -1).replaceAll('""', QUOTE) : raw;

/** Another text in the place of a cell, in quotation marks where that was, or where it needs them. */
export const rewritten = (raw: string, text: string, delimiter: Delimiter): string =>
  raw.startsWith(QUOTE) ? inQuotes(text) : quoted(text, delimiter);

export const inQuotes = (text: string): string => `${QUOTE}${text.replaceAll(QUOTE, '""')}${QUOTE}`;
