import { PATIENT_ID } from '#shared/tables/patients.ts';
import { readCell } from '#shared/tables/read-cell.ts';
import type { Column } from '#shared/tables/table.ts';
import { isOurAnnotation } from './annotation-column.ts';
import { inCell, onLine, type Problem } from './problem.ts';
import type { Header } from './recognise-header.ts';
import { blankCell, cellOutsideHeader, notARow, strayQuote, unexpectedValue } from './row-problems.ts';
import { splitCells } from './split-cells.ts';
import type { NumberedLine } from './split-lines.ts';

/** What keeps a line from being a row of the header's table: every problem of its cells. A blank line has none. */
export function problemsOfLine(header: Header, { number, text }: NumberedLine): readonly Problem[] {
  const cells = splitCells(text, header.delimiter)?.map((cell) => cell.trim());
  if (cells === undefined) return [strayQuote(onLine(number))];
  if (cells.every((cell) => cell === '')) return [];

  const shifted = shiftedPast(header, number, cells);
  if (shifted !== undefined) return [shifted];

  const note = noRow(header, number, cells);
  if (note !== undefined) return [note];

  const problems = header.columns
    .slice(0, header.annotationAt)
    .flatMap((column, position) => (column && problemOfCell(column, number, cells[position] ?? '')) ?? []);
  const outside = outsideColumns(header, cells);
  const [first] = outside;
  if (first === undefined) return problems;
  const place = inCell(number, null, cells[first] ?? '');
  return [...problems, cellOutsideHeader(place, first + 1, false, outside.length - 1)];
}

function problemOfCell(column: Column, line: number, cell: string): Problem | undefined {
  const read = readCell(column, cell);
  if ('value' in read) return undefined;
  const place = inCell(line, column.name, cell);
  return read.why === 'blank'
    ? blankCell(place, column.kind.expected, column === PATIENT_ID)
    : unexpectedValue(place, column, cell);
}

/** Whether nothing of a row stands outside the header's columns, but blank cells and our own annotation. */
export const isWithinHeader = (header: Header, cells: readonly string[]): boolean =>
  (cells.length <= header.columns.length && !header.columns.includes(undefined)) ||
  (shiftedPast(header, header.line, cells) === undefined && outsideColumns(header, cells).length === 0);

/** The positions of cells that are not blank under a header cell that is, or under none. */
function outsideColumns({ columns, annotationAt }: Header, cells: readonly string[]): readonly number[] {
  return cells
    .slice(0, annotationAt)
    .flatMap((cell, position) => (columns[position] === undefined && cell.trim() !== '' ? [position] : []));
}

const isRequired = (column: Column | undefined): column is Column =>
  column !== undefined && column !== PATIENT_ID && column.blank === undefined;

/** A line between the rows or under them: it says nothing where each row must, but for the patient. */
function noRow({ columns }: Header, line: number, cells: readonly string[]): Problem | undefined {
  if (columns.some((column, at) => isRequired(column) && (cells[at] ?? '') !== '')) return undefined;
  const required = columns.filter(isRequired).map(({ name }) => name);
  return notARow(onLine(line), required.join(', '));
}

/**
 * A decimal comma in a comma-separated file moves the cells after it by one, so that each of them seems wrong: one problem
 * stands for them all. It shows where the row has a cell more than the header, even a blank one, or where the cell of our
 * own annotation, whose text is not read, holds something that we did not write.
 */
function shiftedPast(
  { annotationAt, delimiter, columns }: Header,
  line: number,
  cells: readonly string[],
): Problem | undefined {
  const isOutside = (cell: string, at: number) =>
    (delimiter === ',' && at >= columns.length) ||
    (annotationAt !== undefined && at >= annotationAt && !isOurAnnotation(cell));
  const position = cells.findIndex(isOutside);
  return position === -1
    ? undefined
    : cellOutsideHeader(inCell(line, null, cells[position] ?? ''), position + 1, delimiter === ',', 0);
}
