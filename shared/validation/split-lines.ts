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

/** The lines of a text, of which only the beginnings are kept: as objects they would take as much memory as the text. */
export class FileLines implements Iterable<FileLine> {
  readonly #text: string;
  /** Where each line begins, and where the last one ends. */
  readonly #starts: Uint32Array;
  /** How many lines come before these. */
  readonly #above: number;

  constructor(text: string, starts: Uint32Array, above = 0) {
    this.#text = text;
    this.#starts = starts;
    this.#above = above;
  }

  get length(): number {
    return Math.max(0, this.#starts.length - 1 - this.#above);
  }

  /** The line of this number; undefined where there is none. */
  numbered(number: number): FileLine | undefined {
    const [start, end] = [this.#starts[number - 1], this.#starts[number]];
    if (start === undefined || end === undefined) return undefined;
    const lineEnd = lineEndBefore(this.#text, start, end);
    return { number, text: this.#text.slice(start, end - lineEnd.length), lineEnd };
  }

  *[Symbol.iterator](): Generator<FileLine> {
    for (let number = this.#above + 1; number < this.#starts.length; number++) {
      const line = this.numbered(number);
      if (line !== undefined) yield line;
    }
  }

  /** The lines below that of this number. */
  below(number: number): FileLines {
    return new FileLines(this.#text, this.#starts, number);
  }
}

function lineEndBefore(text: string, start: number, end: number): LineEnd | '' {
  if (text.endsWith('\r\n', end)) return '\r\n';
  const last = end > start ? text[end - 1] : '';
  return last === '\n' || last === '\r' ? last : '';
}

/**
 * The physical lines of a text with any kind of line ends, mixed ones too; blank lines as well. A line end at the end of
 * the text begins no further line.
 */
export function splitLines(text: string): FileLines {
  const starts = [0];
  const ends = /\r\n|\n|\r/g;
  while (ends.test(text)) starts.push(ends.lastIndex);
  if (starts.at(-1) !== text.length) starts.push(text.length);
  return new FileLines(text, Uint32Array.from(starts));
}

/** Whether a text has more lines than this, counted without a list of them, which might not fit into memory. */
export function hasMoreLines(text: string, most: number): boolean {
  const ends = /\r\n|\n|\r/g;
  let lines = 1;
  while (lines <= most && ends.test(text)) lines += 1;
  return lines > most;
}
