import { cacheFolder } from './cache-folder.ts';
import { isHealthy } from './health.ts';
import { releasedInstances } from './instance.ts';

/**
 * The AWS endpoint to talk to: the one in `AWS_ENDPOINT_URL`, used as it is; else that of a LocalStack which
 * an earlier command started and left running; else none, and one has to be launched.
 */
export async function findEndpoint(environment: NodeJS.ProcessEnv): Promise<string | undefined> {
  const given = environment['AWS_ENDPOINT_URL'];
  if (given) return given;
  for (const { endpoint } of releasedInstances(cacheFolder(environment))) {
    if (await isHealthy(endpoint)) return endpoint;
  }
  return undefined;
}
