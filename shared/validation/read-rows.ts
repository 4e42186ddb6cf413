import { secondHeader } from './cause-problems.ts';
import { FileColumns } from './file-columns.ts';
import { tooManyRows } from './file-problems.ts';
import { FileRows } from './file-rows.ts';
import { MOST_ROWS } from './limits.ts';
import { problemsOfLine } from './line-problems.ts';
import { onLine, type Problem } from './problem.ts';
import { columnNamesIn, type Header, sameColumns } from './recognise-header.ts';
import { cutOffRow } from './short-rows.ts';
import { everyCell } from './split-cells.ts';
import type { FileLine, FileLines } from './split-lines.ts';

export interface RowsRead {
  readonly rows: FileRows;
  /** Of the rows that could not be read, in order of lines; found anew each time that they are gone through. */
  readonly problems: Iterable<Problem>;
  /** Whether anything stands below the header. */
  readonly isEmpty: boolean;
}

/**
 * The lines below a header as rows of its table. A second header is one problem; where it is another one, what
 * follows belongs to another file and is not read. A file with too many rows is refused for that alone.
 */
export function readRows(header: Header, lines: FileLines): RowsRead | Problem {
  const columns = new FileColumns(header, Math.min(lines.length, MOST_ROWS));
  const wrong: (FileLine | Problem)[] = [];
  let read = 0;
  for (const line of lines) {
    const cutOff = cutOffRow(header, line);
    const isRow = cutOff === undefined && columns.take(line);
    if (!isRow && everyCell(line.text, header.delimiter, (cell) => cell.trim() === '')) continue;
    read += 1;
    if (read > MOST_ROWS) return tooManyRows(onLine(line.number), MOST_ROWS);
    if (isRow) continue;
    if (cutOff !== undefined) {
      wrong.push(cutOff);
      continue;
    }
    const names = mayBeHeader(line.text) ? columnNamesIn(line) : undefined;
    if (names === undefined) wrong.push(line);
    else {
      const goesOn = sameColumns(names, header);
      wrong.push(secondHeader(onLine(line.number), goesOn, names.table));
      if (!goesOn) break;
    }
  }
  return {
    rows: new FileRows(columns),
    problems: { [Symbol.iterator]: () => problemsOf(header, wrong) },
    isEmpty: read === 0,
  };
}

/** Of rows that are wrong in many cells, the problems of all of them would take more than the Lambda has. */
function* problemsOf(header: Header, wrong: readonly (FileLine | Problem)[]): Generator<Problem> {
  for (const one of wrong) {
    if ('code' in one) yield one;
    else yield* problemsOfLine(header, one);
  }
}

/** No name of a column is a number, and hardly a row has none: so only few lines are looked at again. */
const NUMBER_IN_A_CELL = /(?:^|[,;\t"])\s*\d+(?:[.,]\d+)?\s*(?:$|[,;\t"])/;
const mayBeHeader = (text: string) => !NUMBER_IN_A_CELL.test(text);
