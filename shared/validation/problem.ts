import type { Bilingual } from '#shared/language.ts';

/** Where in a file something is: its own line number (the first line is 1), and the study's name of the column. */
export interface Place {
  readonly row: number | null;
  readonly column: string | null;
  /** The cell as the sender wrote it; long ones are cut. */
  readonly value: string | null;
}

/** What a problem may have beside its place and its kind. */
interface Beside {
  readonly marks?: readonly number[] | undefined;
  readonly others?: number | undefined;
  readonly headline?: Bilingual | undefined;
  readonly about?: string | undefined;
}

/**
 * Something wrong (or, in a warning, doubtful) in an uploaded file, with its remedy in the message. A file may have
 * millions: the message is written when it is read, for most are only counted.
 */
export class Problem implements Place {
  readonly row: number | null;
  readonly column: string | null;
  readonly value: string | null;
  /** Never changed, so that programs can rely on it. */
  readonly code: string;
  /** Where one message stands for many cells of its column: the lines of all of them. */
  readonly marks?: readonly number[];
  /** Of what is so grave that it stands on the report’s first line: the same in a few words. */
  readonly headline?: Bilingual;
  /** How many more problems of the same line are counted, but no longer kept. */
  readonly others?: number;
  readonly #details: readonly unknown[];
  readonly #text: () => Bilingual;
  readonly #about: string | undefined;

  constructor(
    place: Place,
    kind: { readonly code: string; readonly details: readonly unknown[]; readonly text: () => Bilingual },
    more: Beside = {},
  ) {
    this.row = place.row;
    this.column = place.column;
    this.value = place.value;
    this.code = kind.code;
    this.#about = more.about;
    this.#details = kind.details;
    this.#text = kind.text;
    if (more.marks !== undefined) this.marks = more.marks;
    if (more.others !== undefined) this.others = more.others;
    if (more.headline !== undefined) this.headline = more.headline;
  }

  get message(): Bilingual {
    return this.#text();
  }

  /** The column that it speaks of: its own, or one of another table. */
  get about(): string | null {
    return this.#about ?? this.column;
  }

  /** Equal for two problems of one kind, column and value that say the same; without writing what they say. */
  get sameness(): string {
    const details = this.#details.filter(
      (detail) => typeof detail !== 'object' && typeof detail !== 'function',
    );
    return [this.code, this.column, this.column === null ? null : this.value, ...details].join('\u0000');
  }

  /** The same, about a column of another table. */
  speakingOf(about: string): Problem {
    return this.#with({ about });
  }

  /** The same at the lines of many cells. */
  marking(marks: readonly number[]): Problem {
    return this.#with({ marks });
  }

  /** The same, with so many more on its line. */
  beside(others: number): Problem {
    return this.#with({ others });
  }

  /** The same, so grave that it stands on the report’s first line. */
  under(headline: Bilingual): Problem {
    return this.#with({ headline });
  }

  #with(more: Beside): Problem {
    const { code, marks, others, headline } = this;
    const known = { marks, others, headline, about: this.#about };
    return new Problem(this, { code, details: this.#details, text: this.#text }, { ...known, ...more });
  }
}

/** Of a cell, or of the name of a column, in characters. */
const LONGEST_VALUE = 200;

export const inWholeFile: Place = { row: null, column: null, value: null };

export const onLine = (row: number): Place => ({ row, column: null, value: null });

export function inCell(row: number, column: string | null, cell: string): Place {
  // A column that is none of the study's may be called whatever the sender wrote.
  return { row, column: column === null ? null : shortened(column), value: shortened(cell) };
}

const shortened = (text: string): string =>
  text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;

/**
 * Defines one kind of problem: a code and its text, made of the details that the kind needs. Details that are numbers or
 * texts tell two problems of the kind apart.
 */
export function problemKind<Details extends readonly unknown[]>(
  code: string,
  message: (...details: Details) => Bilingual,
): (place: Place, ...details: Details) => Problem {
  return (place, ...details) => new Problem(place, { code, details, text: () => message(...details) });
}
