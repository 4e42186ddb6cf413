import type { Column } from '#shared/tables/table.ts';
import { type Delimiter, splitCells } from './split-cells.ts';
import type { NumberedLine } from './split-lines.ts';

/**
 * The last column of the annotated file that a sender gets back: it says what is wrong in each row. Whoever corrects
 * that file and sends it again may leave the column there; it is not read.
 */
export const ANNOTATION_COLUMN = 'problem';

/** What ends each finding in the annotation: the code that programs and `ctmri explain` know. */
export const annotationCode = (code: string): string => `[${code}]`;

const ENDS_WITH_CODE = /\[[A-Z]+[0-9]*(?:_[A-Z0-9]+)*\]$/;
/** As release 1.0.0 wrote it: a French sentence, then an English one. */
const IN_BOTH_LANGUAGES = /\. \/ .*\.$/;

/** Whether a cell of that column says nothing, or something that we wrote. */
export function isOurAnnotation(cell: string): boolean {
  const text = cell.trim();
  return text === '' || ENDS_WITH_CODE.test(text) || IN_BOTH_LANGUAGES.test(text);
}

/**
 * Where in a header our own annotation stands: its last cell that is not blank, by its name, perhaps with what is wrong
 * in the header itself. Undefined where there is none.
 */
export function annotationAt(header: readonly string[]): number | undefined {
  const last = header.findLastIndex((cell) => cell.trim() !== '');
  const name = header[last]?.split(':')[0] ?? '';
  return name.trim().toLowerCase() === ANNOTATION_COLUMN ? last : undefined;
}

/**
 * The first line with words of the sender's own in a column of that name, which is then a column like any other. A cell
 * that the column to the left could hold is none: a separator too many has moved it there.
 */
export function firstOwnWords(
  rows: Iterable<NumberedLine>,
  delimiter: Delimiter,
  at: number,
  toTheLeft: Column | undefined,
): number | undefined {
  for (const { number, text } of rows) {
    const cell = splitCells(text, delimiter)?.[at]?.trim() ?? '';
    if (!isOurAnnotation(cell) && toTheLeft?.kind.read(cell) === undefined) return number;
  }
  return undefined;
}
