import { PAIR } from '#shared/tables/pairs.ts';
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
  return [...problems, ...unnamedCells(header, number, cells)];
}

function problemOfCell(column: Column, line: number, cell: string): Problem | undefined {
  const read = readCell(column, cell);
  if ('value' in read) return undefined;
  const place = inCell(line, column.name, cell);
  return read.why === 'blank'
    ? blankCell(place, column.kind.expected, mayBeMerged(column))
    : unexpectedValue(place, column, cell);
}

/** What is often written once for all lesions of a pair. */
const mayBeMerged = (column: Column) => column === PATIENT_ID || column === PAIR;

const isRequired = (column: Column | undefined): column is Column =>
  column !== undefined && column !== PATIENT_ID && column.blank === undefined;

/** A line between the rows or under them: it says nothing where each row must, but for the patient. */
function noRow({ columns }: Header, line: number, cells: readonly string[]): Problem | undefined {
  if (columns.some((column, at) => isRequired(column) && (cells[at] ?? '') !== '')) return undefined;
  const required = columns.filter(isRequired).map(({ name }) => name);
  return notARow(onLine(line), required.join(', '));
}

/** Whether a cell is where none may be: it shows that its row is shifted, or says something in a column without a name. */
export const isOutside = (header: Header, position: number, cell: string): boolean =>
  isShifted(header, position, cell) || isUnnamed(header, position, cell);

/**
 * A decimal comma in a comma-separated file moves the cells after it by one, so that each of them seems wrong: one problem
 * stands for them all. It shows where the row has a cell more than the header, even a blank one, or where the cell of our
 * own annotation, whose text is not read, holds something that we did not write.
 */
const isShifted = ({ annotationAt, delimiter, columns }: Header, position: number, cell: string): boolean =>
  (delimiter === ',' && position >= columns.length) ||
  (annotationAt !== undefined && position >= annotationAt && !isOurAnnotation(cell));

function shiftedPast(header: Header, line: number, cells: readonly string[]): Problem | undefined {
  const position = cells.findIndex((cell, at) => isShifted(header, at, cell));
  return position === -1
    ? undefined
    : cellOutsideHeader(inCell(line, null, cells[position] ?? ''), position + 1, header.delimiter === ',', 0);
}

const isUnnamed = ({ annotationAt, columns }: Header, position: number, cell: string): boolean =>
  columns[position] === undefined && position < (annotationAt ?? Infinity) && cell.trim() !== '';

/** Of the cells that say something in columns without a name, all of them. */
function unnamedCells(header: Header, line: number, cells: readonly string[]): readonly Problem[] {
  const unnamed = [...cells.keys()].filter((at) => isUnnamed(header, at, cells[at] ?? ''));
  const [first] = unnamed;
  if (first === undefined) return [];
  return [cellOutsideHeader(inCell(line, null, cells[first] ?? ''), first + 1, false, unnamed.length - 1)];
}
