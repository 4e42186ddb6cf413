import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import * as z from 'zod';
import type { Part } from './parts.ts';
import type { Outcome } from './tasks.ts';

const WORKER = join(import.meta.dirname, 'worker.ts');
/** Far more than any part takes: a part that is not done by then never ends. */
const LONGEST_PART_MINUTES = 20;
const MINUTE = 60_000;

const outcomeSchema = z.object({
  passed: z.int(),
  failure: z.object({ report: z.string(), path: z.string() }).optional(),
});

/**
 * Deals the parts out to some processes, and tells how each part ended as soon as it has.
 *
 * @param onOutcome answers whether to go on with the parts that nobody has begun
 */
export async function runParts(
  parts: readonly Part[],
  workers: number,
  onOutcome: (part: Part, outcome: Outcome) => 'go on' | 'stop',
): Promise<void> {
  const waiting = [...parts];
  const work = async () => {
    let child: ChildProcess | undefined;
    for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
      child ??= fork(WORKER);
      const outcome = await outcomeIn(child, part);
      // A process that ended, or had to be ended, takes no other part.
      if (child.exitCode !== null || child.signalCode !== null || child.killed) child = undefined;
      if (onOutcome(part, outcome) === 'stop') waiting.length = 0;
    }
    child?.disconnect();
  };
  await Promise.all(Array.from({ length: Math.min(workers, parts.length) }, work));
}

function outcomeIn(child: ChildProcess, part: Part): Promise<Outcome> {
  return new Promise((resolve) => {
    const settle = (outcome: Outcome) => {
      clearTimeout(limit);
      child.off('message', onMessage).off('exit', onExit);
      resolve(outcome);
    };
    const fail = (report: string) => settle({ passed: 0, failure: { report, path: '' } });
    const onMessage = (message: unknown) => {
      const { passed, failure } = outcomeSchema.parse(message);
      settle({ passed, failure });
    };
    const onExit = (code: number | null, signal: string | null) =>
      fail(`the process ended (${signal ?? `exit status ${code}`}) before it had answered`);
    const limit = setTimeout(() => {
      child.kill('SIGKILL');
      fail(`no answer after ${LONGEST_PART_MINUTES} minutes`);
    }, LONGEST_PART_MINUTES * MINUTE);
    child.on('message', onMessage).on('exit', onExit);
    child.send(part);
  });
}
