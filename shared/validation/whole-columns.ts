import { day } from '#shared/tables/column-kinds.ts';
import type { Column } from '#shared/tables/table.ts';
import { finerThanTenths, spreadsheetDays, twoDigitYears } from './cause-problems.ts';
import type { Place, Problem } from './problem.ts';
import type { Header } from './recognise-header.ts';

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

/**
 * The problems of a file, those of cells that are all written in one such manner replaced by one for their column, which
 * marks them all.
 *
 * @param problems - of the rows as they were read, in order of lines
 */
export function causesOfColumns(header: Header, problems: readonly Problem[]): readonly Problem[] {
  const columns = new Map(header.columns.map((column) => [column?.name, column]));
  const mannerOf = ({ column: name, value }: Problem) => {
    const column = columns.get(name ?? undefined);
    if (column === undefined || value === null) return undefined;
    return MANNERS.find(({ isOf, shape }) => isOf(column) && shape.test(value));
  };

  const found = new Map<string, { readonly manner: Manner; readonly cells: Problem[] }>();
  for (const problem of problems) {
    const manner = mannerOf(problem);
    if (manner === undefined) continue;
    const key = `${problem.column} ${MANNERS.indexOf(manner)}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, { manner, cells: [problem] });
    else known.cells.push(problem);
  }
  const causes = [...found.values()].filter(({ cells }) => cells.length >= FEWEST_CELLS);
  const explained = new Set(causes.flatMap(({ cells }) => cells));
  return [
    ...causes.map(({ manner, cells }) => ofColumn(manner, cells, header.line)),
    ...problems.filter((problem) => !explained.has(problem)),
  ];
}

function ofColumn({ problem }: Manner, cells: readonly Problem[], line: number): Problem {
  const [first] = cells;
  const place = { row: line, column: first?.column ?? null, value: null };
  const marks = cells.flatMap(({ row }) => (row === null ? [] : [row]));
  return { ...problem(place, first?.value ?? '', first?.row ?? line), marks };
}
