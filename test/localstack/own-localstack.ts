import { afterAll, beforeAll } from 'vitest';
import { cacheFolder } from '#cdk/localstack/cache-folder.ts';
import { launchLocalStack, type RunningLocalStack } from '#cdk/localstack/launch.ts';
import { bothLanguages } from '#shared/language.ts';

/** Time for the first run on a machine, which installs LocalStack. */
const INSTALL_LIMIT_MS = 600_000;

/** A LocalStack for one test file, stopped after its tests. Call it at the top of the file. */
export function ownLocalStack(name: string): () => RunningLocalStack {
  let running: RunningLocalStack | undefined;
  beforeAll(async () => {
    running = await launchLocalStack({
      cacheFolder: cacheFolder(process.env),
      name: `${name}-${process.pid}`,
      progress: (step) => process.stderr.write(`${bothLanguages(step)}\n`),
      environment: process.env,
    });
  }, INSTALL_LIMIT_MS);
  afterAll(() => running?.stop());
  return () => {
    if (running === undefined) throw new Error('LocalStack is started before the tests, not before that');
    return running;
  };
}
