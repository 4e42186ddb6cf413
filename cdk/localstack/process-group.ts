import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasLiveMember, hasMember } from './process-identity.ts';

/**
 * A command whose process group ends with us, however we end. The shell waits for the command; beside it, in the same
 * group, a second shell reads a pipe that we hold open and never write to: when we die, even by SIGKILL, the
 * pipe ends and that shell kills the group. Whatever the command starts is in the group too.
 */
const TIED = `exec 3<&0 </dev/null
(read -r _ <&3; kill -KILL 0) &
"$@" 3<&-
status=$?
kill -KILL $! && wait $! 2>/dev/null
exit $status`;

export interface GroupOptions {
  readonly environment: NodeJS.ProcessEnv;
  readonly folder?: string;
  /** File descriptor for all output; without it `onOutput` gets it. */
  readonly outputTo?: number;
  readonly onOutput?: (text: string) => void;
}

export interface ProcessGroup {
  /** The command's exit status, 128 + signal for a signal, as a shell tells it. The whole group has ended then. */
  readonly ended: Promise<number>;
  readonly kill: () => void;
}

const running = new Set<ProcessGroup>();
let ending = false;

/** Ends all groups, and lets no other start: for a process that is about to end. */
export async function endAllGroups(): Promise<void> {
  ending = true;
  for (const group of running) group.kill();
  await Promise.allSettled([...running].map(({ ended }) => ended));
}

export function startGroup(command: readonly string[], options: GroupOptions): ProcessGroup {
  if (ending) throw new Error('this process is ending');
  const output = options.outputTo ?? 'pipe';
  const shell = spawn('/bin/sh', ['-c', TIED, 'sh', ...command], {
    detached: true,
    env: options.environment,
    cwd: options.folder,
    stdio: ['pipe', output, output],
  });
  shell.stdout?.setEncoding('utf8').on('data', (text: string) => options.onOutput?.(text));
  shell.stderr?.setEncoding('utf8').on('data', (text: string) => options.onOutput?.(text));
  shell.stdin?.on('error', () => {});
  const group = { ended: statusOf(shell), kill: () => killGroup(shell) };
  running.add(group);
  const forget = () => running.delete(group);
  group.ended.then(forget, forget);
  return group;
}

async function statusOf(shell: ChildProcess): Promise<number> {
  const closed = new Promise<void>((resolve) => shell.once('close', () => resolve()));
  const status = await new Promise<number>((resolve, reject) => {
    shell.once('error', reject);
    shell.once('exit', (code) => resolve(code ?? KILLED));
  });
  // What the command has left behind, if anything.
  killGroup(shell);
  await groupGone(shell);
  // The rest of the output; not for ever, should somebody out of reach hold it open.
  await Promise.race([closed, sleep(1000, undefined, { ref: false })]);
  return status;
}

const KILLED = 137;

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // All gone already.
  }
}

async function groupGone({ pid }: ChildProcess): Promise<void> {
  if (pid === undefined) return;
  for (let attempt = 0; attempt < 200 && hasLiveMember(pid); attempt += 1) await sleep(10);
  // What is left are zombies, which `ps` still shows; whoever inherited them collects them soon, or never.
  for (let attempt = 0; attempt < 300 && hasMember(pid); attempt += 1) await sleep(10);
}
