import { columnOfHeader, columnOfWord } from '#shared/tables/header-names.ts';
import { oddCharacter, withoutOddCharacters } from '#shared/tables/spellings/odd-characters.ts';
import { plainWord } from '#shared/tables/spellings/plain-word.ts';
import type { Column } from '#shared/tables/table.ts';
import { TABLE_NAMES, TABLES, type TableName } from '#shared/tables/tables.ts';
import { annotationAt, firstOwnWords } from './annotation-column.ts';
import { missingColumn, repeatedColumn, unknownColumn, unknownHeader } from './file-problems.ts';
import { inCell, onLine, type Problem } from './problem.ts';
import { strayQuote } from './row-problems.ts';
import { DELIMITERS, type Delimiter, splitCells } from './split-cells.ts';
import type { NumberedLine } from './split-lines.ts';
import { FEWEST_NAMES, whyUnknownHeader } from './unknown-header-causes.ts';

export interface Header {
  readonly table: TableName;
  readonly delimiter: Delimiter;
  readonly line: number;
  /** The column of each cell position; undefined for a blank header cell. */
  readonly columns: readonly (Column | undefined)[];
  /** The position of our own annotation, if the file has come back with it; from there on cells are not read. */
  readonly annotationAt: number | undefined;
  /** Columns that may be blank and are not in the file at all. */
  readonly absent: readonly Column[];
}

/** A first line that is no header of the study, with the delimiter that it has or seems to have. */
export interface RefusedHeader {
  readonly problems: readonly Problem[];
  readonly delimiter: Delimiter;
  readonly annotationAt: number | undefined;
}

/** A line by one delimiter. */
interface Divided {
  readonly delimiter: Delimiter;
  readonly cells: readonly string[];
}

/** It as the header of a table. */
interface Reading extends Divided {
  readonly table: TableName;
  readonly known: number;
  readonly missing: readonly Column[];
}

function readAs(table: TableName, divided: Divided, words: readonly string[]): Reading {
  const names = new Set(words.map((word) => columnOfWord(table, word)?.name));
  const columns: readonly Column[] = TABLES[table].columns;
  const missing = columns.filter((column) => !names.has(column.name));
  return { ...divided, table, known: columns.length - missing.length, missing };
}

const missingRequired = (reading: Reading) => reading.missing.filter((column) => column.blank === undefined);

/**
 * Recognises the table and the delimiter by the header row: the reading that knows most of its cells,
 * then the one that lacks fewest required columns. A guess from the data rows would take decimal commas
 * for separators.
 *
 * @param rows - the lines below it
 */
export function recogniseHeader(
  line: NumberedLine,
  rows: Iterable<NumberedLine> = [],
): Header | RefusedHeader {
  const best = bestReading(line.text);
  if (best === undefined || best.known < FEWEST_NAMES) {
    const why = whyUnknownHeader(line, rows);
    if (best === undefined && why === undefined) {
      return refusedHeader([strayQuote(onLine(line.number))], line);
    }
    const tables = TABLE_NAMES.map((name) => `${name} : ${requiredNames(name).join(', ')}`).join(' ; ');
    return refusedHeader([unknownHeader(inCell(line.number, null, line.text), tables, why)], line);
  }
  const named = annotationAt(best.cells);
  const toTheLeft = columnOfHeader(best.table, best.cells[(named ?? 0) - 1] ?? '');
  const ownWords = named === undefined ? undefined : firstOwnWords(rows, best.delimiter, named, toTheLeft);
  const annotation = ownWords === undefined ? named : undefined;
  const problems = headerProblems(best, line.number, { annotation, ownWords });
  if (problems.length > 0) return { problems, delimiter: best.delimiter, annotationAt: annotation };
  return {
    table: best.table,
    delimiter: best.delimiter,
    line: line.number,
    columns: best.cells.map((cell) => columnOfHeader(best.table, cell)),
    annotationAt: annotation,
    absent: best.missing,
  };
}

function bestReading(line: string): Reading | undefined {
  const divided = DELIMITERS.flatMap((delimiter) => {
    const cells = splitCells(line, delimiter)?.map((cell) => cell.trim());
    return cells === undefined ? [] : [{ delimiter, cells, words: cells.map(plainWord) }];
  });
  const readings = TABLE_NAMES.flatMap((table) =>
    divided.map(({ words, ...each }) => readAs(table, each, words)),
  );
  return readings.toSorted(
    (a, b) => b.known - a.known || missingRequired(a).length - missingRequired(b).length,
  )[0];
}

/** What a line is the header of, right or wrong; undefined for any other line. */
export interface ColumnNames {
  readonly table: TableName;
  readonly names: readonly string[];
}

const BYTE_ORDER_MARK = '\uFEFF';

export function columnNamesIn({ text }: NumberedLine): ColumnNames | undefined {
  // Where files were joined, the mark of the second one stands in the middle.
  const best = bestReading(text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text);
  return best === undefined || best.known < FEWEST_NAMES
    ? undefined
    : { table: best.table, names: best.cells.map((cell) => columnOfHeader(best.table, cell)?.name ?? cell) };
}

/** Whether rows below these names are rows under that header. */
export const sameColumns = ({ table, names }: ColumnNames, header: Header): boolean =>
  table === header.table && header.columns.every((column, at) => (column?.name ?? '') === (names[at] ?? ''));

function refusedHeader(problems: readonly Problem[], { text }: NumberedLine): RefusedHeader {
  const delimiter = likelyDelimiter(text);
  return { problems, delimiter, annotationAt: annotationAt(splitCells(text, delimiter) ?? []) };
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

interface ProblemColumn {
  /** Where our own annotation stands. */
  readonly annotation: number | undefined;
  /** The first line with words of the sender's in a column named like ours. */
  readonly ownWords: number | undefined;
}

function headerProblems(
  { table, cells, ...reading }: Reading,
  line: number,
  { annotation, ownWords }: ProblemColumn,
): readonly Problem[] {
  const names = cells.map((cell) => columnOfHeader(table, cell)?.name);
  const missing = reading.missing.map(({ name }) => name).join(', ');
  const meant = new Set<string>();
  const cellProblems = cells.flatMap((cell, position) => {
    if (cell === '' || position === annotation) return [];
    const name = names[position];
    if (name === undefined) {
      const why = oddCharacter(cell);
      const column = why && columnOfHeader(table, withoutOddCharacters(cell))?.name;
      const odd = why && column !== undefined ? { why, column } : undefined;
      if (odd !== undefined) meant.add(odd.column);
      const words = position === annotationAt(cells) ? ownWords : undefined;
      return [unknownColumn(inCell(line, cell, cell), table, missing, words, odd)];
    }
    return names.indexOf(name) < position ? [repeatedColumn(inCell(line, name, cell))] : [];
  });
  // A column whose name has only to be mended is not missing as well.
  const absent = missingRequired({ table, cells, ...reading }).filter(({ name }) => !meant.has(name));
  return [
    ...cellProblems,
    ...absent.map((column) => missingColumn({ ...onLine(line), column: column.name }, column.name, table)),
  ];
}
