import { createHash } from 'node:crypto';
import { TASK_NAMES, type TaskName } from './task-names.ts';
import type { Runs } from './tasks.ts';

/** A share of the work that one process does at a time. */
export interface Part extends Runs {
  readonly task: TaskName;
}

/** Some seconds of work each: enough for the processes to end at about the same time. */
const PART_SIZE: Readonly<Record<TaskName, number>> = { histories: 250, files: 2_500 };

/** The seed of a part follows from the seed of the whole run, so that one number gives all of it again. */
const seedOfPart = (seed: number, task: TaskName, position: number): number =>
  createHash('sha256').update(`${seed} ${task} ${position}`).digest().readInt32BE();

/** The parts of a run of this seed, which together have so many runs of each task. */
export function partsOf(seed: number, sizes: Readonly<Record<TaskName, number>>): readonly Part[] {
  return TASK_NAMES.flatMap((task) =>
    Array.from({ length: Math.ceil(sizes[task] / PART_SIZE[task]) }, (_, position) => ({
      task,
      seed: seedOfPart(seed, task, position),
      numRuns: Math.min(PART_SIZE[task], sizes[task] - position * PART_SIZE[task]),
    })),
  );
}
