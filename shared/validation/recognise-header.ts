import type { Column } from '#shared/tables/table.ts';
import { TABLE_NAMES, TABLES, type TableName } from '#shared/tables/tables.ts';
import { missingColumn, repeatedColumn, unknownColumn, unknownHeader } from './file-problems.ts';
import { inCell, onLine, type Problem } from './problem.ts';
import { strayQuote } from './row-problems.ts';
import { DELIMITERS, type Delimiter, splitCells } from './split-cells.ts';
import type { FileLine } from './split-lines.ts';

/**
 * The last column of the annotated file that a sender gets back: it says what is wrong in each row. Whoever corrects
 * that file and sends it again may leave the column there; it is not read.
 */
export const ANNOTATION_COLUMN = 'problem';

/** Whether the last cell of a header is that of our own annotation: its name, and what is wrong in the header itself. */
export const isAnnotated = (cells: readonly string[]): boolean =>
  canonicalName((cells.at(-1) ?? '').split(':')[0] ?? '') === ANNOTATION_COLUMN;

export interface Header {
  readonly table: TableName;
  readonly delimiter: Delimiter;
  readonly line: number;
  /** The column of each cell position; undefined for a blank header cell. */
  readonly columns: readonly (Column | undefined)[];
  /** The position from which on cells are not read; that of our own annotation, if the file has come back with it. */
  readonly readUpTo: number;
  /** Columns that may be blank and are not in the file at all. */
  readonly absent: readonly Column[];
}

/** A first line that is no header of the study, with the delimiter that it has or seems to have. */
export interface RefusedHeader {
  readonly problems: readonly Problem[];
  readonly delimiter: Delimiter;
}

/** Headers are accepted in any case, with spaces or hyphens for underscores. */
const canonicalName = (cell: string) =>
  cell
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');

interface Reading {
  readonly table: TableName;
  readonly delimiter: Delimiter;
  readonly cells: readonly string[];
  readonly known: number;
  readonly missing: readonly Column[];
}

function readAs(table: TableName, delimiter: Delimiter, line: string): Reading | undefined {
  const cells = splitCells(line, delimiter)?.map((cell) => cell.trim());
  if (cells === undefined) return undefined;
  const names = new Set(cells.map(canonicalName));
  const columns: readonly Column[] = TABLES[table].columns;
  const missing = columns.filter((column) => !names.has(column.name));
  return { table, delimiter, cells, known: columns.length - missing.length, missing };
}

const missingRequired = (reading: Reading) => reading.missing.filter((column) => column.blank === undefined);

/**
 * Recognises the table and the delimiter by the header row: the reading that knows most of its cells,
 * then the one that lacks fewest required columns. A guess from the data rows would take decimal commas
 * for separators.
 */
export function recogniseHeader(line: FileLine): Header | RefusedHeader {
  const readings = TABLE_NAMES.flatMap((table) =>
    DELIMITERS.map((delimiter) => readAs(table, delimiter, line.text)),
  ).filter((reading) => reading !== undefined);
  const [best] = readings.toSorted(
    (a, b) => b.known - a.known || missingRequired(a).length - missingRequired(b).length,
  );
  if (best === undefined) {
    return { problems: [strayQuote(onLine(line.number))], delimiter: likelyDelimiter(line.text) };
  }
  // A single known name is no header: it may be the only cell that some other file shares with ours.
  if (best.known < 2) {
    const tables = TABLE_NAMES.map((name) => `${name} : ${requiredNames(name).join(', ')}`).join(' ; ');
    const unknown = unknownHeader(inCell(line.number, null, line.text), tables);
    return { problems: [unknown], delimiter: likelyDelimiter(line.text) };
  }
  const problems = headerProblems(best, line.number);
  if (problems.length > 0) return { problems, delimiter: best.delimiter };
  return {
    table: best.table,
    delimiter: best.delimiter,
    line: line.number,
    columns: best.cells.map((cell) => columnNamed(best.table, canonicalName(cell))),
    readUpTo: isAnnotated(best.cells) ? best.cells.length - 1 : Number.POSITIVE_INFINITY,
    absent: best.missing,
  };
}

const requiredNames = (table: TableName): readonly string[] =>
  (TABLES[table].columns satisfies readonly Column[]).flatMap(({ name, blank }) =>
    blank === undefined ? [name] : [],
  );

/** The delimiter that stands most often in a line; the semicolon of French spreadsheets where none does. */
function likelyDelimiter(line: string): Delimiter {
  const count = (delimiter: Delimiter) => line.split(delimiter).length;
  return DELIMITERS.reduce<Delimiter>(
    (most, delimiter) => (count(delimiter) > count(most) ? delimiter : most),
    ';',
  );
}

const columnNamed = (table: TableName, name: string): Column | undefined =>
  (TABLES[table].columns satisfies readonly Column[]).find((column) => column.name === name);

function headerProblems({ table, cells, ...reading }: Reading, line: number): readonly Problem[] {
  const names = cells.map(canonicalName);
  const missing = reading.missing.map(({ name }) => name).join(', ');
  const cellProblems = cells.flatMap((cell, position) => {
    const name = names[position];
    if (cell === '' || name === undefined || (position === cells.length - 1 && isAnnotated(cells))) return [];
    if (columnNamed(table, name) === undefined) {
      return [unknownColumn(inCell(line, cell, cell), table, missing)];
    }
    return names.indexOf(name) < position ? [repeatedColumn(inCell(line, name, cell))] : [];
  });
  const absent = missingRequired({ table, cells, ...reading });
  return [
    ...cellProblems,
    ...absent.map((column) => missingColumn({ ...onLine(line), column: column.name }, column.name, table)),
  ];
}
