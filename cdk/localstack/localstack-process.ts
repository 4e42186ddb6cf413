import { mkdirSync } from 'node:fs';
import { totalmem } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import type { Installation } from './install/installation.ts';
import type { InstancePaths } from './instance.ts';
import { type ProcessGroup, startGroup } from './process-group.ts';

const PLUGIN = join(import.meta.dirname, 'plugin');

/** Exit status by which our plugin says that the port is taken. */
export const PORT_TAKEN = 98;

/** Of the user's environment only what LocalStack needs: `DEBUG`, `SERVICES` or an AWS profile would change what it does. */
const INHERITED = /^(PATH|HOME|LANG|LC_.*|JAVA_HOME|SSL_CERT_.*|REQUESTS_CA_BUNDLE|(https?|all|no)_proxy)$/i;

/**
 * How much of this machine's memory the local database may take, in megabytes: half of it, but 1 GB at least and 4 GB at most. It holds all
 * rows in memory.
 */
export const databaseMegabytes = (bytesOfMachine: number): number =>
  Math.min(4096, Math.max(1024, Math.floor(bytesOfMachine / 2 ** 21)));

export interface LocalStackStart {
  readonly cacheFolder: string;
  readonly installation: Installation;
  readonly paths: InstancePaths;
  readonly port: number;
  readonly logTo: number;
  readonly environment: NodeJS.ProcessEnv;
}

export function startLocalStack({
  cacheFolder,
  installation,
  paths,
  port,
  logTo,
  environment,
}: LocalStackStart): ProcessGroup {
  const temporary = join(paths.files, 'tmp');
  mkdirSync(temporary, { recursive: true });
  const noProxy = ['127.0.0.1', 'localhost', environment['no_proxy'] ?? environment['NO_PROXY']].join(',');
  return startGroup([installation.python, '-m', 'ctmri_localstack'], {
    folder: paths.folder,
    outputTo: logTo,
    environment: {
      ...Object.fromEntries(Object.entries(environment).filter(([name]) => INHERITED.test(name))),
      ...installation.dynamoDb,
      CTMRI_NODE: process.execPath,
      CTMRI_RUNTIME: paths.runtime,
      CTMRI_LISTENING: paths.listening,
      PATH: [dirname(process.execPath), environment['PATH']].join(delimiter),
      PYTHONPATH: PLUGIN,
      PYTHONPYCACHEPREFIX: join(cacheFolder, 'bytecode'),
      PYTHONSAFEPATH: '1',
      PYTHONUNBUFFERED: '1',
      // All files inside the instance's folder, and nothing in memory kept: it ends with the process.
      TMPDIR: temporary,
      XDG_CACHE_HOME: join(paths.files, 'cache'),
      CONFIG_DIR: join(paths.files, 'config'),
      FILESYSTEM_ROOT: paths.files,
      OVERRIDE_IN_DOCKER: '0',
      DYNAMODB_IN_MEMORY: '1',
      DYNAMODB_HEAP_SIZE: `${databaseMegabytes(totalmem())}m`,
      // Nothing fetched, nothing sent, no name server.
      SKIP_SSL_CERT_DOWNLOAD: '1',
      DISABLE_EVENTS: '1',
      DNS_ADDRESS: '0',
      NO_PROXY: noProxy,
      no_proxy: noProxy,
      GATEWAY_LISTEN: `127.0.0.1:${port}`,
      LOCALSTACK_HOST: `127.0.0.1:${port}`,
      // Queue addresses with the region in the path: in the host's name it would need DNS.
      SQS_ENDPOINT_STRATEGY: 'path',
      LAMBDA_RUNTIME_EXECUTOR: 'ctmri-node',
      // LocalStack invokes functions over HTTP to itself, and would invoke those that run over a minute again.
      IN_MEMORY_CLIENT: '1',
      DISABLE_BOTO_RETRIES: '1',
      // AWS waits one minute, then two, before it tries an asynchronous event again.
      LAMBDA_RETRY_BASE_DELAY: '1',
      // An idle queue would be looked at every 10 s only.
      LAMBDA_EVENT_SOURCE_MAPPING_MAX_BACKOFF_ON_EMPTY_POLL_SEC: '1',
      // It hands on one message after another, and would rest for a second after each: AWS does neither.
      LAMBDA_EVENT_SOURCE_MAPPING_POLL_INTERVAL_SEC: '0.05',
    },
  });
}
