import type { Part } from './parts.ts';
import { TASK_NAMES, type TaskName } from './task-names.ts';
import type { Outcome } from './tasks.ts';

export interface Count {
  readonly asked: number;
  passed: number;
  failed: number;
}

/** What is known of a run so far. */
export class Tally {
  readonly counts: Readonly<Record<TaskName, Count>>;
  readonly failures: string[] = [];

  constructor(parts: readonly Part[]) {
    const count = (task: TaskName): Count => ({
      asked: parts.reduce((sum, part) => sum + (part.task === task ? part.numRuns : 0), 0),
      passed: 0,
      failed: 0,
    });
    this.counts = { histories: count('histories'), files: count('files') };
  }

  add({ task, seed, numRuns }: Part, { passed, failure }: Outcome): void {
    const count = this.counts[task];
    count.passed += passed;
    if (failure === undefined) {
      // A part that says nothing of some of its runs must not pass for one that ran.
      if (passed === numRuns) return;
      count.failed += 1;
      this.failures.push(`${task}, part of seed ${seed}: ${passed} of ${numRuns} runs were made`);
      return;
    }
    count.failed += 1;
    const again =
      failure.path === '' ? '' : `\nAgain: npm run test:long -- --replay ${task}:${seed}:${failure.path}`;
    this.failures.push(`${task}, part of seed ${seed}: ${failure.report}${again}`);
  }

  /** How many runs were asked for and never made, because others had failed. */
  notMade(): number {
    return TASK_NAMES.map((task) => this.counts[task])
      .map(({ asked, passed, failed }) => asked - passed - failed)
      .reduce((sum, left) => sum + left);
  }

  /** How far each task is, as `histories 12,000 of 100,000`. */
  progress(): string {
    return TASK_NAMES.map((task) => {
      const { asked, passed, failed } = this.counts[task];
      const failures = failed > 0 ? ` (${failed} failed)` : '';
      return `${task} ${number(passed)} of ${number(asked)}${failures}`;
    }).join(', ');
  }
}

export const number = (value: number): string => value.toLocaleString('en-GB');
