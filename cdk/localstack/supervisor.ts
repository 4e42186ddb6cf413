/**
 * The process between the one that launches LocalStack and LocalStack itself. It installs, starts and watches; it stops
 * everything when it gets a signal, when LocalStack ends, and when its launcher ends, however that happens, unless
 * the launcher has released it. Should it be killed itself, its process groups end too (see process-group.ts).
 *
 * Run as `node supervisor.ts CACHE_FOLDER NAME`, with a channel to the launcher.
 */
import { mkdirSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Bilingual } from '#shared/language.ts';
import { bilingual, LaunchFailure } from './bilingual.ts';
import { install } from './install/installation.ts';
import { instancePaths, removeAllButLog, removeEndedInstances, writeState } from './instance.ts';
import { tryLock } from './lock.ts';
import { endAllGroups } from './process-group.ts';
import { thisProcess } from './process-identity.ts';
import { startUntilReady } from './ready.ts';
import { type News, RELEASE } from './supervision.ts';

const [cacheFolder = '', name = ''] = process.argv.slice(2);
const paths = instancePaths(cacheFolder, name);
// With a callback, a launcher that has just died is no error.
const tell = (news: News) => void (process.connected && process.send?.(news, () => {}));
let released = false;
const progress = (step: Bilingual) => tell({ kind: 'progress', step });

async function supervise(): Promise<void> {
  const installation = await install({ cacheFolder, environment: process.env, progress });
  const logTo = openSync(paths.log, 'w');
  const environment = process.env;
  const instance = await startUntilReady({ cacheFolder, installation, paths, logTo, environment, progress });
  process.on('message', (message) => {
    if (message !== RELEASE) return;
    writeState(paths, { supervisor: thisProcess(), endpoint: instance.endpoint });
    released = true;
    tell({ kind: 'released' });
  });
  tell({ kind: 'ready', endpoint: instance.endpoint });
  await instance.group.ended;
}

/** Everything that ends this process but its work. */
const asked = new Promise<void>((resolve) => {
  process.on('disconnect', () => released || resolve());
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => resolve());
});

mkdirSync(paths.folder, { recursive: true });
const lock = tryLock(paths.lock);
if (lock.taken) {
  removeAllButLog(paths);
  removeEndedInstances(cacheFolder, Date.now());
  const work = supervise().catch((error: unknown) => tell({ kind: 'failed', sentence: sentenceOf(error) }));
  await Promise.race([work, asked]);
  await endAllGroups();
  // What was being installed removes its unfinished folder; a wait for others is not waited for.
  await Promise.race([work, sleep(1000)]);
  removeAllButLog(paths);
  lock.release();
} else {
  tell({ kind: 'failed', sentence: alreadyThere(lock.holder.pid) });
}
process.exit();

function sentenceOf(error: unknown): Bilingual {
  if (error instanceof LaunchFailure) return error.sentence;
  console.error(error);
  const reason = error instanceof Error ? error.message : String(error);
  return bilingual(
    `LocalStack n’a pas pu être lancé : ${reason} (journal : ${paths.supervisorLog}).`,
    `LocalStack could not be launched: ${reason} (log: ${paths.supervisorLog}).`,
  );
}

function alreadyThere(pid: number): Bilingual {
  return bilingual(
    `Un LocalStack « ${name} » existe déjà (processus ${pid}) : attendez-le, ou arrêtez-le par « npm run ctmri -- stop ».`,
    `A LocalStack “${name}” exists already (process ${pid}): wait for it, or stop it with “npm run ctmri -- stop”.`,
  );
}
