import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { lockHolder } from './lock.ts';
import { isAlive } from './process-identity.ts';

const State = z.object({
  /** The process that stops everything when it gets SIGTERM. */
  supervisor: z.object({ pid: z.number().int(), started: z.string() }),
  endpoint: z.url(),
});

/** A LocalStack that runs on after the process that started it, until it is stopped. */
export type ReleasedInstance = z.infer<typeof State>;

export interface InstancePaths {
  readonly folder: string;
  /** Held by the supervisor while the instance exists. */
  readonly lock: string;
  /** There only once the instance is released. */
  readonly state: string;
  readonly log: string;
  /** Of the supervisor: empty unless something went wrong that nobody foresaw. */
  readonly supervisorLog: string;
  /** LocalStack's data and temporary files. */
  readonly files: string;
  /** The program that runs functions. */
  readonly runtime: string;
  /** LocalStack makes this file when it has its port. */
  readonly listening: string;
}

export function instancePaths(cacheFolder: string, name: string): InstancePaths {
  const folder = join(cacheFolder, 'instances', name);
  return {
    folder,
    lock: join(folder, 'lock'),
    state: join(folder, 'state.json'),
    log: join(folder, 'localstack.log'),
    supervisorLog: join(folder, 'supervisor.log'),
    files: join(folder, 'files'),
    runtime: join(folder, 'files', 'runtime.mjs'),
    listening: join(folder, 'files', 'listening'),
  };
}

/** Writes it whole or not at all: others may be reading. */
export function writeState(paths: InstancePaths, instance: ReleasedInstance): void {
  mkdirSync(paths.folder, { recursive: true });
  const partial = `${paths.state}.partial`;
  writeFileSync(partial, JSON.stringify(instance));
  renameSync(partial, paths.state);
}

/** Removes all but the log, which someone may want to read after the end. */
export function removeAllButLog(paths: InstancePaths): void {
  rmSync(paths.state, { force: true });
  rmSync(paths.files, { recursive: true, force: true });
}

const KEEP_LOGS_MS = 24 * 60 * 60 * 1000;

/** Removes what instances left that ended by a crash: their files at once, their logs after a day. */
export function removeEndedInstances(cacheFolder: string, now: number): void {
  for (const name of instanceNames(cacheFolder)) {
    const paths = instancePaths(cacheFolder, name);
    if (lockHolder(paths.lock) !== undefined) continue;
    removeAllButLog(paths);
    if (now - statSync(paths.folder).mtimeMs > KEEP_LOGS_MS)
      rmSync(paths.folder, { recursive: true, force: true });
  }
}

/** Those whose supervisor is alive. What others left is ignored. */
export function releasedInstances(cacheFolder: string): readonly ReleasedInstance[] {
  return instanceNames(cacheFolder).flatMap((name) => {
    const state = readState(instancePaths(cacheFolder, name).state);
    return state !== undefined && isAlive(state.supervisor) ? [state] : [];
  });
}

function instanceNames(cacheFolder: string): readonly string[] {
  try {
    return readdirSync(join(cacheFolder, 'instances'));
  } catch {
    return [];
  }
}

function readState(path: string): ReleasedInstance | undefined {
  try {
    return State.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return undefined;
  }
}
