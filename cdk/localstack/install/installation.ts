import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { bilingual, type Progress } from '../bilingual.ts';
import { tryLock } from '../lock.ts';
import { removePartialFolders } from './atomic-folder.ts';
import { type DynamoDbSettings, installDynamoDb } from './dynamodb-local.ts';
import { installLocalStack } from './localstack.ts';
import type { InstallContext } from './run.ts';

export interface Installation {
  readonly python: string;
  readonly dynamoDb: DynamoDbSettings;
}

/**
 * All that LocalStack needs, in the cache folder: installed on first use or when a lock file has changed,
 * found there afterwards. One process at a time; the others wait.
 *
 * @throws LaunchFailure
 */
export function install(context: InstallContext): Promise<Installation> {
  return installing(context, async () => {
    const python = await installLocalStack(context);
    return { python, dynamoDb: await installDynamoDb(python, context) };
  });
}

/** Works on the cache folder while no other process does: what another one is building would look like a crash’s leavings. */
export async function installing<Result>(
  context: InstallContext,
  work: () => Promise<Result>,
): Promise<Result> {
  mkdirSync(context.cacheFolder, { recursive: true });
  const release = await waitForLock(join(context.cacheFolder, 'install.lock'), context.progress);
  try {
    removePartialFolders(context.cacheFolder);
    return await work();
  } finally {
    release();
  }
}

async function waitForLock(path: string, progress: Progress): Promise<() => void> {
  for (let attempt = 0; ; attempt += 1) {
    const lock = tryLock(path);
    if (lock.taken) return lock.release;
    if (attempt === 0) {
      const { pid } = lock.holder;
      progress(
        bilingual(
          `Le processus ${pid} fait déjà une installation : attente…`,
          `Process ${pid} is already installing something: waiting…`,
        ),
      );
    }
    await sleep(200);
  }
}
