import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';
import { isAlive, type ProcessIdentity, thisProcess } from './process-identity.ts';

const Holder = z.object({ pid: z.number().int(), started: z.string() });

export type LockAttempt =
  | { readonly taken: true; readonly release: () => void }
  | { readonly taken: false; readonly holder: ProcessIdentity };

/**
 * A file that names the one process that may go on. What a dead process left is taken over, so that a crash
 * never blocks the next start.
 */
export function tryLock(path: string): LockAttempt {
  mkdirSync(dirname(path), { recursive: true });
  // Written aside, then linked: the lock never exists without its content.
  const mine = `${path}.${randomUUID()}`;
  writeFileSync(mine, JSON.stringify(thisProcess()));
  try {
    for (;;) {
      if (linked(mine, path)) return { taken: true, release: () => rmSync(path, { force: true }) };
      const holder = holderOf(path);
      if (holder !== undefined && isAlive(holder)) return { taken: false, holder };
      moveAway(path, holder);
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

/** The live process that holds the lock, if there is one. */
export function lockHolder(path: string): ProcessIdentity | undefined {
  const holder = holderOf(path);
  return holder !== undefined && isAlive(holder) ? holder : undefined;
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Undefined: gone in the meantime, or not a lock of ours. */
function holderOf(path: string): ProcessIdentity | undefined {
  try {
    return Holder.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return undefined;
  }
}

/** Of two processes that see the same dead holder, the second must not remove the lock that the first has just taken. */
function moveAway(path: string, dead: ProcessIdentity | undefined): void {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  const moved = holderOf(aside);
  if (moved !== undefined && (moved.pid !== dead?.pid || moved.started !== dead.started)) linked(aside, path);
  rmSync(aside, { force: true });
}
