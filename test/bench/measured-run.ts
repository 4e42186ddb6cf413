import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const costSchema = z.object({
  /** Of the processor, in all threads. */
  seconds: z.number(),
  /** The most memory that the process held; null where the program does not know. */
  megabytes: z.number().nullable(),
});
export type Cost = z.infer<typeof costSchema>;

/** Why there is no cost: said in the page. */
export interface NotMeasured {
  readonly why: string;
}

export const isMeasured = (run: Cost | NotMeasured): run is Cost => 'seconds' in run;

/** A program that says what it cost: by `cost-on-exit.mjs`, or by itself in the file that BENCH_COST names. */
export interface Program {
  readonly command: string;
  readonly words: readonly string[];
}

export const nodeProgram = (...words: readonly string[]): Program => ({
  command: process.execPath,
  words: ['--import', join(import.meta.dirname, 'cost-on-exit.mjs'), ...words],
});

/** Runs a program to its end, or until it has taken too long. */
export function measuredRun(
  { command, words }: Program,
  folder: string,
  mostSeconds: number,
): Cost | NotMeasured {
  const cost = join(folder, 'cost.json');
  rmSync(cost, { force: true });
  const child = spawnSync(command, words, {
    env: { ...process.env, BENCH_COST: cost },
    encoding: 'utf8',
    timeout: mostSeconds * 1000,
    maxBuffer: 2 ** 28,
  });
  if (child.error !== undefined && 'code' in child.error && child.error.code === 'ETIMEDOUT') {
    return { why: `not within ${mostSeconds} s by the clock` };
  }
  if (child.status !== 0 || !existsSync(cost)) {
    const last = /^\w*Error.*$/m.exec(child.stderr ?? '')?.[0] ?? 'no reason given';
    return { why: `failed: ${last}` };
  }
  return costSchema.parse(JSON.parse(readFileSync(cost, 'utf8')));
}

/**
 * Runs programs in turn, so that what the machine does beside falls on all of them alike, and gives each one's median.
 * One that failed is not run again.
 */
export function interleaved<Name extends string>(
  programs: ReadonlyMap<Name, Program>,
  {
    rounds,
    folder,
    mostSeconds,
  }: { readonly rounds: number; readonly folder: string; readonly mostSeconds: number },
): ReadonlyMap<Name, Cost | NotMeasured> {
  const runs = new Map([...programs.keys()].map((name) => [name, [] as (Cost | NotMeasured)[]]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, program] of programs) {
      const own = runs.get(name) ?? [];
      const hasFailed = own.some((run) => 'why' in run);
      if (!hasFailed) own.push(measuredRun(program, folder, mostSeconds));
    }
  }
  return new Map([...runs].map(([name, own]) => [name, middle(own)]));
}

function middle(runs: readonly (Cost | NotMeasured)[]): Cost | NotMeasured {
  const failed = runs.find((run) => !isMeasured(run));
  if (failed !== undefined) return failed;
  const costs = runs.filter(isMeasured).toSorted((a, b) => a.seconds - b.seconds);
  return costs[costs.length >> 1] ?? { why: 'not run' };
}
