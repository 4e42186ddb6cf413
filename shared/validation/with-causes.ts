import type { Problem } from './problem.ts';

/**
 * What is said once of whole columns, and then the problems that it does not explain; gone through anew each time, so that
 * they need never be there all at once.
 *
 * @param causes - at the header
 * @param problems - in order of lines
 */
export const withCauses = (
  causes: readonly Problem[],
  problems: Iterable<Problem>,
  isExplained: (problem: Problem) => boolean,
): Iterable<Problem> => ({
  *[Symbol.iterator]() {
    yield* causes;
    for (const problem of problems) if (!isExplained(problem)) yield problem;
  },
});
