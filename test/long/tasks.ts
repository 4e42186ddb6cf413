import fc from 'fast-check';
import { endingOf } from '#test/functions/history-ending.ts';
import { histories } from '#test/functions/world/history.ts';
import { answerTo, anyFile } from '#test/validation/any-file.ts';
import type { TaskName } from './task-names.ts';

/** Which runs of a property: its first so many of this seed, or the one at the end of a path. */
export interface Runs {
  readonly seed: number;
  readonly numRuns: number;
  readonly path?: string;
}

/** How a part of the work ended. */
export interface Outcome {
  /** How many runs passed, before the first that failed if one did. */
  readonly passed: number;
  readonly failure: Failure | undefined;
}

export interface Failure {
  readonly report: string;
  readonly path: string;
}

function refuse(wrong: readonly string[]): void {
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
}

const PROPERTIES = {
  histories: () => fc.asyncProperty(histories, async (history) => refuse((await endingOf(history)).wrong)),
  files: () => fc.asyncProperty(anyFile, async (bytes) => refuse(answerTo(bytes).wrong)),
} satisfies Readonly<Record<TaskName, unknown>>;

export const runTask = (task: TaskName, runs: Runs): Promise<Outcome> =>
  task === 'files' ? outcomeOf(PROPERTIES.files(), runs) : outcomeOf(PROPERTIES.histories(), runs);

/** Runs a property as often as it is asked to, or to its first failure, which is shrunk. */
export async function outcomeOf<Sample>(property: fc.IAsyncProperty<Sample>, runs: Runs): Promise<Outcome> {
  const details = await fc.check(property, runs);
  // At the end of a path there is one run, which fast-check does not always count.
  const made = runs.path === undefined ? details.numRuns : runs.numRuns;
  if (!details.failed) return { passed: made, failure: undefined };
  const { errorInstance } = details;
  const cause = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
  return {
    // The run that failed is counted too.
    passed: made - 1,
    failure: {
      report: `${await fc.asyncDefaultReportMessage(details)}\n${cause}`,
      path: details.counterexamplePath ?? '',
    },
  };
}
