import { day } from '#shared/tables/column-kinds.ts';
import { monthFirst } from './cause-problems.ts';
import type { Problem } from './problem.ts';
import type { Header } from './recognise-header.ts';
import { splitCells } from './split-cells.ts';
import type { NumberedLine } from './split-lines.ts';
import { withCauses } from './with-causes.ts';

const LAST_MONTH = 12;

/** Two numbers before a year, as either may be the month: `06/03/2019`, `6-3-19 00:00`. */
const TWO_NUMBERS_AND_YEAR = /^(\d{1,2})([/.-])(\d{1,2})\2(?:\d{4}|\d{2})(?:[ T].*)?$/;

type Order = 'month first' | 'either';

/** How a date with its year last may be read; undefined for one that is day first, or written in another way. */
function orderOf(cell: string): Order | undefined {
  const [, first, , second] = TWO_NUMBERS_AND_YEAR.exec(cell) ?? [];
  if (first === undefined || Number(first) > LAST_MONTH) return undefined;
  return Number(second) > LAST_MONTH ? 'month first' : 'either';
}

export interface MonthFirstDates {
  /**
   * The problems, in order of lines, those of such dates replaced by one for each column that has them; found anew each
   * time that they are gone through.
   */
  readonly problems: Iterable<Problem>;
  /** Whether there is such a column: then no rule about the order of dates means anything. */
  readonly found: boolean;
}

/**
 * Columns in which one date can only be month/day: whoever wrote it so wrote the others so too, also those that can be
 * read as day/month and would then be another day. One problem a column marks them all.
 *
 * @param problems - of the rows as they were read
 * @param lines - those below the header
 */
export function monthFirstDates(
  header: Header,
  lines: Iterable<NumberedLine>,
  problems: Iterable<Problem>,
): MonthFirstDates {
  const isSuch = ({ column, value }: Problem) =>
    column !== null && value !== null && orderOf(value) === 'month first' && isDay(header, column);
  const deciding = new Map<string | null, Problem>();
  for (const problem of problems) {
    if (isSuch(problem) && !deciding.has(problem.column)) deciding.set(problem.column, problem);
  }
  if (deciding.size === 0) return { problems, found: false };
  const ofColumns = [...deciding.values()].map((first) => {
    const marks = linesWithSuchDates(header, lines, first.column);
    const place = { row: header.line, column: first.column, value: null };
    return monthFirst(place, first.value ?? '', first.row ?? header.line).marking(marks);
  });
  const isSaidThere = ({ column, value }: Problem) =>
    deciding.has(column) && value !== null && orderOf(value) !== undefined;
  return { problems: withCauses(ofColumns, problems, isSaidThere), found: true };
}

const isDay = ({ columns }: Header, name: string): boolean =>
  columns.some((column) => column?.name === name && column.kind === day);

function linesWithSuchDates(
  { columns, delimiter }: Header,
  lines: Iterable<NumberedLine>,
  name: string | null,
): readonly number[] {
  const position = columns.findIndex((column) => column?.name === name);
  const found: number[] = [];
  for (const { number, text } of lines) {
    const cell = splitCells(text, delimiter)?.[position]?.trim() ?? '';
    if (orderOf(cell) !== undefined) found.push(number);
  }
  return found;
}
