import type { Problem } from './problem.ts';
import type { FileRow } from './read-row.ts';

/** What a rule of one row says of all of them, row by row and so in order of lines. */
export function* rowByRow(
  rows: readonly FileRow[],
  rule: (row: FileRow) => readonly Problem[],
): Generator<Problem> {
  for (const row of rows) yield* rule(row);
}
