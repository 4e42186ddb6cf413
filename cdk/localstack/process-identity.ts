import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** A process, told apart from a later one that got the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When it started, in whatever form the system tells it. */
  readonly started: string;
}

/** Undefined: there is no such process, or only its zombie. */
export function identityOf(pid: number): ProcessIdentity | undefined {
  const started = startOf(pid);
  return started === undefined ? undefined : { pid, started };
}

export function thisProcess(): ProcessIdentity {
  return identityOf(process.pid) ?? { pid: process.pid, started: '' };
}

export function isAlive({ pid, started }: ProcessIdentity): boolean {
  return startOf(pid) === started;
}

/** Whether a process group has a member that is not a zombie: in a container, nobody may be collecting those. */
export function hasLiveMember(group: number): boolean {
  if (process.platform === 'linux') {
    return readdirSync('/proc').some((pid) => /^\d+$/.test(pid) && statOf(pid)?.group === group);
  }
  return hasMember(group);
}

/** Whether a process group has any member, zombies too. */
export function hasMember(group: number): boolean {
  try {
    return process.kill(-group, 0);
  } catch {
    return false;
  }
}

/** Linux tells it in /proc, also where there is no `ps`; macOS has no /proc. Undefined: no such process. */
function startOf(pid: number): string | undefined {
  if (process.platform === 'linux') return statOf(String(pid))?.started;
  const { stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
    encoding: 'utf8',
    env: { PATH: '/bin:/usr/bin', LC_ALL: 'C' },
  });
  return stdout.trim() || undefined;
}

interface LiveProcess {
  readonly group: number;
  /** In clock ticks since boot. */
  readonly started: string | undefined;
}

function statOf(pid: string): LiveProcess | undefined {
  try {
    return parseStat(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * @param stat content of `/proc/<pid>/stat`: number, name in parentheses (which may hold anything), state, parent, group, …
 * @returns undefined for a zombie
 */
export function parseStat(stat: string): LiveProcess | undefined {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' ? undefined : { group: Number(fields[2]), started: fields[19] };
}
