export type LineEnd = '\r\n' | '\n' | '\r';

export interface FileLine {
  /** As an editor counts: the first line of the file is 1, and blank lines count. */
  readonly number: number;
  readonly text: string;
}

export interface FileLines {
  /** All lines, blank ones too. A line end at the end of the file begins no further line. */
  readonly lines: readonly FileLine[];
  /** The file's first line end; `\n` where there is none. */
  readonly lineEnd: LineEnd;
}

const LINE_END = /\r\n|\n|\r/;

/** The physical lines of a text with any kind of line ends, mixed ones too. */
export function splitLines(text: string): FileLines {
  const texts = text.split(LINE_END);
  if (texts.at(-1) === '') texts.pop();
  const lineEnd = LINE_END.exec(text)?.[0];
  return {
    lines: texts.map((line, position) => ({ number: position + 1, text: line })),
    lineEnd: lineEnd === '\r\n' || lineEnd === '\r' ? lineEnd : '\n',
  };
}

/** Whether a text has more lines than this, counted without a list of them, which might not fit into memory. */
export function hasMoreLines(text: string, most: number): boolean {
  const ends = /\r\n|\n|\r/g;
  let lines = 1;
  while (lines <= most && ends.exec(text) !== null) lines += 1;
  return lines > most;
}
