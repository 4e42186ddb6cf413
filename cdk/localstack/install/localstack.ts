import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { atomicFolder } from './atomic-folder.ts';
import { type InstallContext, run } from './run.ts';
import { makeVirtualEnvironment, pythonIn } from './virtual-environment.ts';

const LOCK = join(import.meta.dirname, '..', 'python', 'requirements.txt');
const BUILD_LOCK = join(import.meta.dirname, '..', 'python', 'build-requirements.txt');

/**
 * LocalStack's Python packages, from the lock with hashes, in a virtual environment of their own.
 *
 * @returns the environment's python
 * @throws LaunchFailure
 */
export async function installLocalStack(context: InstallContext): Promise<string> {
  const folder = await atomicFolder(context.cacheFolder, {
    name: 'localstack',
    inputs: [readFileSync(LOCK, 'utf8'), readFileSync(BUILD_LOCK, 'utf8')],
    build: (target) =>
      makeVirtualEnvironment(target, { name: 'LocalStack', lock: LOCK, buildLock: BUILD_LOCK }, context),
    // The Python that it was made from may have been removed or upgraded since.
    stillWorks: async (target) =>
      (await run([pythonIn(target), '-c', 'import localstack'], context.environment)).succeeded,
  });
  return pythonIn(folder);
}
