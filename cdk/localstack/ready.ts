import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { bilingual, LaunchFailure } from './bilingual.ts';
import { bundleRuntime } from './bundle-runtime.ts';
import { anyFreePort, freePort } from './free-port.ts';
import { isHealthy } from './health.ts';
import { type LocalStackStart, PORT_TAKEN, startLocalStack } from './localstack-process.ts';
import type { ProcessGroup } from './process-group.ts';
import { startFailure } from './start-failure.ts';

export interface ReadyLocalStack {
  readonly endpoint: string;
  readonly group: ProcessGroup;
}

export type StartOptions = Omit<LocalStackStart, 'port'> & { readonly progress: (line: string) => void };

const LIMIT_SECONDS = 120;
const SAY_SO_EVERY_SECONDS = 10;

/**
 * Starts LocalStack on a free port and waits until it answers; on another port when somebody was faster.
 *
 * @throws LaunchFailure
 */
export async function startUntilReady(options: StartOptions): Promise<ReadyLocalStack> {
  options.progress(bilingual('Démarrage de LocalStack…', 'Starting LocalStack…'));
  await bundleRuntime(options.paths.runtime);
  for (let port = await freePort(); ; port = await anyFreePort()) {
    const endpoint = `http://127.0.0.1:${port}`;
    const group = startLocalStack({ ...options, port });
    const outcome = await Promise.race([group.ended, ready(endpoint, options)]);
    if (outcome === 'ready') return { endpoint, group };
    group.kill();
    await group.ended;
    if (outcome !== PORT_TAKEN) throw new LaunchFailure(startFailure(options.paths.log));
  }
}

async function ready(endpoint: string, { paths, progress }: StartOptions): Promise<'ready' | 'too late'> {
  const began = Date.now();
  let said = 0;
  for (;;) {
    if (existsSync(paths.listening) && (await isHealthy(endpoint))) return 'ready';
    const seconds = (Date.now() - began) / 1000;
    if (seconds > LIMIT_SECONDS) return 'too late';
    if (seconds > said + SAY_SO_EVERY_SECONDS) {
      said = Math.floor(seconds);
      progress(bilingual(`LocalStack démarre… ${said} s`, `LocalStack is starting… ${said} s`));
    }
    await sleep(100);
  }
}
