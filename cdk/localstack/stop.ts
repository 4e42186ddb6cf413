import { setTimeout as sleep } from 'node:timers/promises';
import { releasedInstances } from './instance.ts';
import { isAlive, type ProcessIdentity } from './process-identity.ts';

const LIMIT_MS = 15_000;

/**
 * Stops every LocalStack that was left running, with all its processes.
 *
 * @returns whether there was one
 */
export async function stopReleased(cacheFolder: string): Promise<boolean> {
  const instances = releasedInstances(cacheFolder);
  await Promise.all(instances.map(({ supervisor }) => stop(supervisor)));
  return instances.length > 0;
}

async function stop(supervisor: ProcessIdentity): Promise<void> {
  signal(supervisor, 'SIGTERM');
  if (await ended(supervisor)) return;
  // Its process group ends with it, however it ends.
  signal(supervisor, 'SIGKILL');
  await ended(supervisor);
}

function signal(supervisor: ProcessIdentity, name: NodeJS.Signals): void {
  if (isAlive(supervisor)) process.kill(supervisor.pid, name);
}

async function ended(supervisor: ProcessIdentity): Promise<boolean> {
  for (const limit = Date.now() + LIMIT_MS; Date.now() < limit; await sleep(50)) {
    if (!isAlive(supervisor)) return true;
  }
  return false;
}
