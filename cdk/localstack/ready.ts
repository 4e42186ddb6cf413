import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { bilingual, LaunchFailure, type Progress } from './bilingual.ts';
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

export type StartOptions = Omit<LocalStackStart, 'port'> & { readonly progress: Progress };

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
    if (await becomesReady(endpoint, group, options)) return { endpoint, group };
    group.kill();
    if ((await group.ended) !== PORT_TAKEN) throw new LaunchFailure(startFailure(options.paths.log));
  }
}

/** False when it ended before that, or takes too long. */
async function becomesReady(
  endpoint: string,
  group: ProcessGroup,
  { paths, progress }: StartOptions,
): Promise<boolean> {
  let ended = false;
  const end = () => {
    ended = true;
  };
  group.ended.then(end, end);
  const began = Date.now();
  let said = 0;
  while (!ended && said < LIMIT_SECONDS) {
    // Another LocalStack might answer on the port that ours has not got.
    if (existsSync(paths.listening) && (await isHealthy(endpoint))) return true;
    const seconds = (Date.now() - began) / 1000;
    if (seconds > said + SAY_SO_EVERY_SECONDS) {
      said += SAY_SO_EVERY_SECONDS;
      progress(bilingual(`LocalStack démarre… ${said} s`, `LocalStack is starting… ${said} s`));
    }
    await sleep(100);
  }
  return false;
}
