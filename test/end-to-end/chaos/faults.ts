import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { cacheFolder } from '#cdk/localstack/cache-folder.ts';
import { instancePaths } from '#cdk/localstack/instance.ts';
import { lockHolder } from '#cdk/localstack/lock.ts';
import { anyOf } from '#test/functions/world/random.ts';
import { stack } from '../own-stack.ts';
import type { Fault } from './operations.ts';

interface RunningProcess {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  readonly command: string;
}

const runningProcesses = (): readonly RunningProcess[] =>
  execFileSync('ps', ['-axo', 'pid=,ppid=,pgid=,command='], { encoding: 'utf8' })
    .split('\n')
    .flatMap((line) => {
      const [, pid, parent, group, command = ''] = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
      return pid === undefined
        ? []
        : [{ pid: Number(pid), parent: Number(parent), group: Number(group), command }];
    });

/** What the LocalStack of these tests runs; nothing where it is somebody else's, behind `AWS_ENDPOINT_URL`. */
function processesOfStack(): readonly RunningProcess[] {
  const instance = stack.instance;
  if (instance === null) return [];
  const supervisor = lockHolder(instancePaths(cacheFolder(process.env), instance).lock)?.pid;
  const all = runningProcesses();
  const groups = new Set(all.filter(({ parent }) => parent === supervisor).map(({ group }) => group));
  return all.filter(({ group }) => groups.has(group));
}

const functions = () => processesOfStack().filter(({ command }) => command.includes('runtime.mjs'));
const databases = () => processesOfStack().filter(({ command }) => /-inMemory/.test(command));

const SHORTEST_FREEZE = 500;
const LONGEST_FREEZE = 8_000;

/** Sends a signal to a process that may have ended meanwhile. */
function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It is gone: nothing to disturb.
  }
}

async function freeze(pid: number, random: () => number): Promise<void> {
  signal(pid, 'SIGSTOP');
  await sleep(SHORTEST_FREEZE + random() * (LONGEST_FREEZE - SHORTEST_FREEZE));
  signal(pid, 'SIGCONT');
}

/** Lets it happen; a function that is not running cannot be hit. Resolves at once: a frozen process wakes by itself. */
export function strike(
  fault: Fault,
  random: () => number,
): { readonly struck: boolean; readonly over: Promise<void> } {
  const candidates = fault === 'freeze the database' ? databases() : functions();
  if (candidates.length === 0) return { struck: false, over: Promise.resolve() };
  const { pid } = anyOf(candidates, random);
  if (fault !== 'kill a function') return { struck: true, over: freeze(pid, random) };
  signal(pid, 'SIGKILL');
  return { struck: true, over: Promise.resolve() };
}
