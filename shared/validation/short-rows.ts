import { inCell, onLine, type Problem } from './problem.ts';
import type { Header } from './recognise-header.ts';
import { looksCutOff, perhapsHalfNumbers } from './shape-problems.ts';
import { splitCells } from './split-cells.ts';
import type { FileLine, FileLines } from './split-lines.ts';

/** How many cells a row has where none is missing: those up to the last column that has a name. */
const widthOf = ({ columns, annotationAt = columns.length }: Header): number =>
  columns.slice(0, annotationAt).findLastIndex((column) => column !== undefined) + 1;

function cellsOfShortRow(header: Header, text: string): readonly string[] | undefined {
  const cells = splitCells(text, header.delimiter)?.map((cell) => cell.trim());
  return cells?.some((cell) => cell !== '') && cells.length < widthOf(header) ? cells : undefined;
}

/**
 * The last row of a file that ends in the middle of it. Blank cells at the end of a row may be left out, and so may the
 * line end after the last row; no program leaves out both.
 */
export const cutOffRow = (header: Header, { number, text, lineEnd }: FileLine): Problem | undefined =>
  lineEnd === '' && cellsOfShortRow(header, text) !== undefined ? looksCutOff(onLine(number)) : undefined;

const DIGITS = /^\d{1,9}$/;

/**
 * Rows of a comma-separated file that a decimal comma may have shifted without a trace: they are short, so that a cell more
 * is not one too many, and have digits in two cells side by side, of which the first may have decimals.
 */
export function perhapsShiftedRows(header: Header, lines: FileLines): readonly Problem[] {
  const places = [...header.columns.keys()].filter(
    (at) => takesDecimals(header, at) && takesNumbers(header, at + 1),
  );
  if (header.delimiter !== ',' || places.length === 0) return [];
  return [...lines].flatMap(({ number, text }) => {
    const cells = cellsOfShortRow(header, text);
    const place = places.find((at) => DIGITS.test(cells?.[at] ?? '') && DIGITS.test(cells?.[at + 1] ?? ''));
    if (cells === undefined || place === undefined) return [];
    const [whole = '', decimals = ''] = cells.slice(place);
    const column = header.columns[place]?.name ?? null;
    return [perhapsHalfNumbers(inCell(number, column, whole), `${whole},${decimals}`)];
  });
}

const formAt = ({ columns }: Header, position: number) => columns[position]?.kind.form;

function takesDecimals(header: Header, position: number): boolean {
  const form = formAt(header, position);
  return form?.is === 'number' && form.decimals > 0;
}

const takesNumbers = (header: Header, position: number) => formAt(header, position)?.is === 'number';
