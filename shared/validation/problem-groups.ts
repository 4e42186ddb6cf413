import type { Bilingual } from '#shared/language.ts';
import { MOST_PROBLEMS_SHOWN } from './limits.ts';
import type { Problem } from './problem.ts';

/** One thing that is wrong, and everywhere in the file that it is. */
export interface ProblemGroup {
  code: string;
  column: string | null;
  /** Null where it differs from line to line, or there is none. */
  value: string | null;
  message: Bilingual;
  /** How many problems; those of all groups add up to the report's count, if it has not more than are spelt out. */
  count: number;
  /** How many cells or rows: more, where one problem is of a whole column. */
  places: number;
  /** The first of their lines, in order; none for the file as a whole. */
  lines: number[];
}

/** How many lines an entry names; past it they are only counted. */
const MOST_LINES_NAMED = 100;

/**
 * Problems of one kind, column, value and text together, in order of their first line, as many as a report spells out.
 * What is wrong with a whole row is one thing whatever the row says. They are added in order of lines, one by one.
 */
export class ProblemGroups {
  readonly #groups = new Map<string, ProblemGroup>();

  add(problem: Problem): void {
    const { code, column, value, row, marks } = problem;
    const { sameness } = problem;
    const known = this.#groups.get(sameness);
    if (known === undefined && this.#groups.size >= MOST_PROBLEMS_SHOWN) return;
    const group = known ?? { code, column, value, message: problem.message, count: 0, places: 0, lines: [] };
    if (known === undefined) this.#groups.set(sameness, group);
    const lines = marks ?? (row === null ? [] : [row]);
    if (group.value !== value) group.value = null;
    group.count += 1;
    group.places += Math.max(1, lines.length);
    if (group.lines.length < MOST_LINES_NAMED) {
      group.lines.push(...lines.slice(0, MOST_LINES_NAMED - group.lines.length));
    }
  }

  all(): ProblemGroup[] {
    return [...this.#groups.values()];
  }
}
