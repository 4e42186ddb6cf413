import { day } from '#shared/tables/column-kinds.ts';
import type { Column } from '#shared/tables/table.ts';
import { finerThanTenths, spreadsheetDays, twoDigitYears } from './cause-problems.ts';
import type { Place, Problem } from './problem.ts';
import type { Header } from './recognise-header.ts';
import { withCauses } from './with-causes.ts';

/** A way in which a program writes a whole column, so that hardly a cell of it can be read. */
interface Manner {
  readonly isOf: (column: Column) => boolean;
  readonly shape: RegExp;
  readonly problem: (place: Place, example: string, line: number) => Problem;
}

const isDay = ({ kind }: Column) => kind === day;
const isDiameter = ({ name }: Column) => name.endsWith('_mm');

const MANNERS: readonly Manner[] = [
  { isOf: isDay, shape: /^\d{1,2}([-/.])\d{1,2}\1\d{2}(?!\d)/, problem: twoDigitYears },
  { isOf: isDay, shape: /^\d{5}(?:[.,]\d+)?$/, problem: spreadsheetDays },
  { isOf: isDiameter, shape: /^\d*[.,]\d{2,}(?:\s*mm)?$/i, problem: finerThanTenths },
];

/** What one hand may have done once is said of its cell. */
const FEWEST_CELLS = 2;

interface Cells {
  readonly manner: Manner;
  readonly first: Problem;
  readonly lines: number[];
}

/**
 * The problems of a file, those of cells that are all written in one such manner replaced by one for their column, which
 * marks them all.
 *
 * @param problems - of the rows as they were read, in order of lines; gone through once here, and again with the result
 */
export function causesOfColumns(header: Header, problems: Iterable<Problem>): Iterable<Problem> {
  const columns = new Map(header.columns.map((column) => [column?.name, column]));
  const mannerOf = ({ column: name, value }: Problem) => {
    const column = columns.get(name ?? undefined);
    if (column === undefined || value === null) return undefined;
    return MANNERS.find(({ isOf, shape }) => isOf(column) && shape.test(value));
  };
  const keyOf = ({ column }: Problem, manner: Manner) => `${column} ${MANNERS.indexOf(manner)}`;

  const found = new Map<string, Cells>();
  for (const problem of problems) {
    const manner = mannerOf(problem);
    if (manner === undefined || problem.row === null) continue;
    const key = keyOf(problem, manner);
    const known = found.get(key);
    if (known === undefined) found.set(key, { manner, first: problem, lines: [problem.row] });
    else known.lines.push(problem.row);
  }
  const causes = new Map([...found].filter(([, { lines }]) => lines.length >= FEWEST_CELLS));
  if (causes.size === 0) return problems;
  const isExplained = (problem: Problem) => {
    const manner = mannerOf(problem);
    return manner !== undefined && causes.has(keyOf(problem, manner));
  };
  return withCauses(
    [...causes.values()].map((cells) => ofColumn(cells, header.line)),
    problems,
    isExplained,
  );
}

function ofColumn({ manner, first, lines }: Cells, line: number): Problem {
  const { column, value, row } = first;
  return manner.problem({ row: line, column, value: null }, value ?? '', row ?? line).marking(lines);
}
