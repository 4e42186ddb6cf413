import { PATIENT_ID } from '#shared/tables/patients.ts';
import { readCell } from '#shared/tables/read-cell.ts';
import type { Column } from '#shared/tables/table.ts';
import { type RowKey, rowKey, type TableRow, tableRow } from '#shared/tables/tables.ts';
import { isOurAnnotation } from './annotation-column.ts';
import { inCell, onLine, type Place, type Problem } from './problem.ts';
import type { Header } from './recognise-header.ts';
import { blankCell, cellOutsideHeader, notARow, strayQuote, unexpectedValue } from './row-problems.ts';
import { splitCells } from './split-cells.ts';
import type { NumberedLine } from './split-lines.ts';

/** A row of the file that is one of its table, and where each of its cells stands. */
export interface FileRow {
  readonly content: TableRow;
  readonly key: RowKey;
  readonly line: number;
  readonly at: (column: string) => Place;
}

/** One line as a row of the header's table, or every problem of its cells; undefined for a blank line. */
export function readRow(
  header: Header,
  { number, text }: NumberedLine,
): FileRow | readonly Problem[] | undefined {
  const cells = splitCells(text, header.delimiter)?.map((cell) => cell.trim());
  if (cells === undefined) return [strayQuote(onLine(number))];
  if (cells.every((cell) => cell === '')) return undefined;

  const shifted = shiftedPast(header, number, cells);
  if (shifted !== undefined) return [shifted];

  const note = noRow(header, number, cells);
  if (note !== undefined) return [note];

  const outside: number[] = [];
  const problems: Problem[] = [];
  const values: (readonly [string, unknown])[] = header.absent.map(({ name, blank }) => [name, blank?.means]);
  const width = header.annotationAt ?? Math.max(cells.length, header.columns.length);
  for (let position = 0; position < width; position++) {
    const column = header.columns[position];
    // A row may be shorter than the header: spreadsheets drop blank cells at its end.
    const cell = cells[position] ?? '';
    if (column === undefined) {
      if (cell !== '') outside.push(position);
      continue;
    }
    const read = readCell(column, cell);
    if ('value' in read) values.push([column.name, read.value]);
    else {
      const place = inCell(number, column.name, cell);
      problems.push(
        read.why === 'blank'
          ? blankCell(place, column.kind.expected, column === PATIENT_ID)
          : unexpectedValue(place, column, cell),
      );
    }
  }
  const [first] = outside;
  if (first !== undefined) {
    const place = inCell(number, null, cells[first] ?? '');
    problems.push(cellOutsideHeader(place, first + 1, false, outside.length - 1));
  }
  if (problems.length > 0) return problems;

  // An object that was filled column by column would take six times as much memory.
  const content = tableRow(header.table, Object.fromEntries(values));
  if (content === undefined)
    throw new Error(`a row of ${header.table} was read that its table does not hold`);
  // Split once more for the few cells that are pointed at: all cells of all rows would take more than the rows do.
  const at = (name: string) => {
    const position = header.columns.findIndex((column) => column?.name === name);
    return inCell(number, name, splitCells(text, header.delimiter)?.[position]?.trim() ?? '');
  };
  return { content, key: rowKey(content), line: number, at };
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
