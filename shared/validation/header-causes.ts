import { rowNames, twoSeparators } from './cause-problems.ts';
import { problemsOfLine } from './line-problems.ts';
import { inCell, onLine, type Problem } from './problem.ts';
import type { Header } from './recognise-header.ts';
import { DELIMITERS, type Delimiter, isBlankLine, splitCells } from './split-cells.ts';
import type { NumberedLine } from './split-lines.ts';

/** A mistake in how a file was written shows in its first rows. */
const ROWS_LOOKED_AT = 20;

/**
 * Why hardly any row would fit under a header that is right in itself: the rows have another separator, or a first
 * column that has no name. Undefined where nothing of the kind shows.
 *
 * @param lines - those below the header
 */
export function headerCause(header: Header, lines: Iterable<NumberedLine>): Problem | undefined {
  const rows: NumberedLine[] = [];
  for (const line of lines) {
    if (isBlankLine(line.text)) continue;
    rows.push(line);
    if (rows.length === ROWS_LOOKED_AT) break;
  }
  if (rows.length === 0) return undefined;
  return otherSeparator(header, rows) ?? unnamedFirstColumn(header, rows);
}

type Rows = readonly NumberedLine[];

const cellsOf = (row: NumberedLine, delimiter: Delimiter) => splitCells(row.text, delimiter) ?? [];

/** How many problems these rows would have under a header. */
const problemsUnder = (header: Header, rows: Rows): number =>
  rows.reduce((count, line) => count + problemsOfLine(header, line).length, 0);

function otherSeparator(header: Header, rows: Rows): Problem | undefined {
  const { delimiter } = header;
  const other = DELIMITERS.find(
    (candidate) =>
      candidate !== delimiter &&
      rows.every((row) => cellsOf(row, candidate).length > cellsOf(row, delimiter).length) &&
      2 * problemsUnder({ ...header, delimiter: candidate }, rows) < problemsUnder(header, rows),
  );
  return other && twoSeparators(onLine(header.line), delimiter, other);
}

/** Row names stand under a blank header cell (R's `write.csv`, pandas), or under none (R's `write.table`). */
function unnamedFirstColumn(header: Header, rows: Rows): Problem | undefined {
  const { columns, delimiter, line, annotationAt } = header;
  if (!rows.every((row) => (cellsOf(row, delimiter)[0] ?? '').trim() !== '')) return undefined;
  const place = inCell(line, null, '');
  if (columns[0] === undefined) return rowNames(place);
  const isOneWider = rows.every((row) => cellsOf(row, delimiter).length === columns.length + 1);
  if (!isOneWider || annotationAt !== undefined) return undefined;
  // The name itself is a cell outside the header, in each row.
  const beside = problemsUnder({ ...header, columns: [undefined, ...columns] }, rows) - rows.length;
  return 2 * beside < problemsUnder(header, rows) ? rowNames(place) : undefined;
}
