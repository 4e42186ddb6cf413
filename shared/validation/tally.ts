import { MOST_PROBLEMS_KEPT } from './limits.ts';
import type { Problem } from './problem.ts';
import { type ProblemGroup, ProblemGroups } from './problem-groups.ts';

/** What was found in a file: all of it counted, and as much kept as has its place in memory, whatever the file. */
export interface Tally {
  /**
   * In order of lines: as many as are kept, and past those the first of each line, with how many more that line has. So
   * every line is there of which anything is wrong.
   */
  readonly kept: readonly Problem[];
  /** Of all problems, kept or not. */
  readonly count: number;
  /** The same by what they say, as many as a report spells out. */
  readonly groups: readonly ProblemGroup[];
}

/** @param problems - in order of lines; taken one by one */
export function tallied(problems: Iterable<Problem>): Tally {
  const kept: Problem[] = [];
  const groups = new ProblemGroups();
  let count = 0;
  let others = 0;
  const noteOthers = () => {
    const last = kept.pop();
    if (last !== undefined) kept.push(others === 0 ? last : last.beside(others));
    others = 0;
  };
  for (const problem of problems) {
    count += 1;
    groups.add(problem);
    if (kept.length >= MOST_PROBLEMS_KEPT && problem.row === kept.at(-1)?.row) {
      others += 1;
      continue;
    }
    if (others > 0) noteOthers();
    kept.push(problem);
  }
  noteOthers();
  return { kept, count, groups: groups.all() };
}
