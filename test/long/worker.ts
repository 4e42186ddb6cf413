import * as z from 'zod';
import { TASK_NAMES } from './task-names.ts';
import { type Outcome, runTask } from './tasks.ts';

/** A part of the work, as it comes from the process that deals them out. */
const partSchema = z.object({
  task: z.enum(TASK_NAMES),
  seed: z.int(),
  numRuns: z.int(),
  path: z.string().optional(),
});

process.on('message', (message) => {
  const { task, path, ...runs } = partSchema.parse(message);
  const outcome: Promise<Outcome> = runTask(task, path === undefined ? runs : { ...runs, path });
  outcome.then(
    (answer) => process.send?.(answer),
    // What is wrong with a run is an outcome; any other error ends the process, which its parent counts as a failure.
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      process.exit(1);
    },
  );
});
// Without a parent there is nobody to work for.
process.on('disconnect', () => process.exit(1));
