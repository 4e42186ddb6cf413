import type { FileRow } from './file-row.ts';
import type { Problem } from './problem.ts';

/** What a rule of one row says of these rows, in their order; found anew each time that it is gone through. */
export const rowByRow = (
  rows: Iterable<FileRow>,
  rule: (row: FileRow) => readonly Problem[],
): Iterable<Problem> => ({
  *[Symbol.iterator]() {
    for (const row of rows) yield* rule(row);
  },
});
