import { type ChildProcess, fork } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import type { Bilingual } from '#shared/language.ts';
import { bilingual, LaunchFailure, type Progress } from './bilingual.ts';
import { instancePaths } from './instance.ts';
import { News, RELEASE } from './supervision.ts';

export interface RunningLocalStack {
  /** For example `http://127.0.0.1:4566`. */
  readonly endpoint: string;
  /** Ends it with all its processes and files, and waits until they are gone. */
  readonly stop: () => Promise<void>;
  /** Leaves it running after this process ends, until `stopReleased`. */
  readonly release: () => Promise<void>;
}

export interface LaunchOptions {
  readonly cacheFolder: string;
  /** One instance's folder, for example `start` or `test-<pid>`. There is one instance of a name at a time. */
  readonly name: string;
  readonly progress: Progress;
  readonly environment: NodeJS.ProcessEnv;
  /** Gives up the launch and ends what it started; has no effect once LocalStack is ready. */
  readonly signal?: AbortSignal;
}

/**
 * Installs LocalStack if need be and starts it. It ends with this process, however this process ends, unless released.
 *
 * @throws LaunchFailure with one sentence for the user
 */
export async function launchLocalStack(options: LaunchOptions): Promise<RunningLocalStack> {
  const supervisor = startSupervisor(options);
  const ended = new Promise<void>((resolve) => supervisor.once('exit', () => resolve()));
  const news = newsFrom(supervisor, options.progress);
  const end = async () => {
    supervisor.ref();
    supervisor.kill('SIGTERM');
    await ended;
  };
  if (options.signal?.aborted) void end();
  options.signal?.addEventListener('abort', end, { once: true });
  try {
    const endpoint = await news.ready;
    // Whoever forgets to stop it must not be kept alive by it.
    supervisor.unref();
    supervisor.channel?.unref();
    return { endpoint, stop: end, release: () => release(supervisor, news.released) };
  } catch (error) {
    await ended;
    throw error;
  } finally {
    options.signal?.removeEventListener('abort', end);
  }
}

async function release(supervisor: ChildProcess, released: Promise<void>): Promise<void> {
  supervisor.channel?.ref();
  supervisor.send(RELEASE);
  await released;
  supervisor.disconnect();
}

interface AwaitedNews {
  readonly ready: Promise<string>;
  readonly released: Promise<void>;
}

function newsFrom(supervisor: ChildProcess, progress: Progress): AwaitedNews {
  const ready = Promise.withResolvers<string>();
  const released = Promise.withResolvers<void>();
  const failed = (sentence: Bilingual) => {
    ready.reject(new LaunchFailure(sentence));
    released.reject(new LaunchFailure(sentence));
  };
  supervisor.on('message', (message) => {
    const news = News.parse(message);
    if (news.kind === 'progress') progress(news.step);
    else if (news.kind === 'ready') ready.resolve(news.endpoint);
    else if (news.kind === 'released') released.resolve();
    else failed(news.sentence);
  });
  supervisor.once('error', ({ message }) =>
    failed({ fr: `${ENDED.fr} (${message})`, en: `${ENDED.en} (${message})` }),
  );
  supervisor.once('exit', () => failed(ENDED));
  // Nobody may be waiting for a release.
  released.promise.catch(() => {});
  return { ready: ready.promise, released: released.promise };
}

const ENDED = bilingual(
  'LocalStack s’est arrêté de façon inattendue.',
  'LocalStack has stopped unexpectedly.',
);

/** @throws LaunchFailure where the cache folder cannot be written to */
function openLog(folder: string, path: string, cacheFolder: string): number {
  try {
    mkdirSync(folder, { recursive: true });
    return openSync(path, 'a');
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new LaunchFailure(
      bilingual(
        `Le dossier de cache ${cacheFolder} ne peut être écrit (${reason}) : nommez-en un autre par CTMRI_CACHE.`,
        `The cache folder ${cacheFolder} cannot be written to (${reason}): name another by CTMRI_CACHE.`,
      ),
    );
  }
}

function startSupervisor({ cacheFolder, name, environment }: LaunchOptions): ChildProcess {
  const { folder, supervisorLog } = instancePaths(cacheFolder, name);
  const log = openLog(folder, supervisorLog, cacheFolder);
  // Options of this process (a debugger, a test runner's) are not for the supervisor or the functions.
  const { NODE_OPTIONS: _, NODE_V8_COVERAGE: __, ...rest } = environment;
  const supervisor = fork(join(import.meta.dirname, 'supervisor.ts'), [cacheFolder, name], {
    detached: true,
    env: rest,
    execArgv: [],
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  return supervisor;
}
