export type LineEnd = '\r\n' | '\n' | '\r';

export interface NumberedLine {
  /** As an editor counts: the first line of the file is 1, and blank lines count. */
  readonly number: number;
  readonly text: string;
}

export interface FileLine extends NumberedLine {
  /** How this very line ends; nothing on the last line of a file that ends without. */
  readonly lineEnd: LineEnd | '';
}

/**
 * The physical lines of a text with any kind of line ends, mixed ones too; blank lines as well. A line end at the end of
 * the text begins no further line.
 */
export function splitLines(text: string): readonly FileLine[] {
  const lines: FileLine[] = [];
  const ends = /\r\n|\n|\r/g;
  let start = 0;
  for (let end = ends.exec(text); end !== null; end = ends.exec(text)) {
    lines.push({ number: lines.length + 1, text: text.slice(start, end.index), lineEnd: lineEndOf(end[0]) });
    start = ends.lastIndex;
  }
  if (start < text.length) lines.push({ number: lines.length + 1, text: text.slice(start), lineEnd: '' });
  return lines;
}

const lineEndOf = (end: string): LineEnd => (end === '\r\n' || end === '\r' ? end : '\n');

/** Whether a text has more lines than this, counted without a list of them, which might not fit into memory. */
export function hasMoreLines(text: string, most: number): boolean {
  const ends = /\r\n|\n|\r/g;
  let lines = 1;
  while (lines <= most && ends.exec(text) !== null) lines += 1;
  return lines > most;
}
