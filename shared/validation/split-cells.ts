/** The separators that a spreadsheet may put between cells. */
export const DELIMITERS = [',', ';', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

const QUOTE = '"';

/**
 * The cells of one physical line, or undefined where a quotation mark is out of place.
 *
 * Lines are split before quotes are read, which a general CSV parser may not do: no cell of the study
 * holds a line break, and a stray quote must not swallow the rows below it.
 */
export function splitCells(line: string, delimiter: Delimiter): readonly string[] | undefined {
  if (!line.includes(QUOTE)) return line.split(delimiter);
  const cells: string[] = [];
  let position = 0;
  while (position <= line.length) {
    const cell = line[position] === QUOTE ? quotedCell(line, position) : plainCell(line, position, delimiter);
    if (cell === undefined || (cell.end < line.length && line[cell.end] !== delimiter)) return undefined;
    cells.push(cell.text);
    position = cell.end + 1;
  }
  return cells;
}

/**
 * Whether a test holds for each cell of a line; it is asked no further where one fails. No list is made of them, of which a
 * file would have hundreds of thousands. False where a quotation mark is out of place.
 */
export function everyCell(line: string, delimiter: Delimiter, test: (cell: string) => boolean): boolean {
  if (line.includes(QUOTE)) return splitCells(line, delimiter)?.every(test) ?? false;
  let start = 0;
  for (let end = line.indexOf(delimiter); end !== -1; end = line.indexOf(delimiter, start)) {
    if (!test(line.slice(start, end))) return false;
    start = end + 1;
  }
  return test(line.slice(start));
}

/** Whether nothing stands on a line but, at most, the delimiters and quotation marks of blank cells. */
export const isBlankLine = (line: string): boolean =>
  DELIMITERS.some((delimiter) => splitCells(line, delimiter)?.every((cell) => cell.trim() === '') ?? false);

interface Cell {
  readonly text: string;
  /** Position just behind the cell: that of its delimiter, or the line's length. */
  readonly end: number;
}

function plainCell(line: string, start: number, delimiter: Delimiter): Cell | undefined {
  const next = line.indexOf(delimiter, start);
  const end = next === -1 ? line.length : next;
  const text = line.slice(start, end);
  return text.includes(QUOTE) ? undefined : { text, end };
}

function quotedCell(line: string, start: number): Cell | undefined {
  for (let position = start + 1; position < line.length; position++) {
    if (line[position] !== QUOTE) continue;
    if (line[position + 1] === QUOTE) position++;
    else return { text: line.slice(start + 1, position).replaceAll('""', QUOTE), end: position + 1 };
  }
  return undefined;
}
