import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cacheFolder } from '#cdk/localstack/cache-folder.ts';
import { findEndpoint } from '#cdk/localstack/endpoint.ts';
import {
  instancePaths,
  releasedInstances,
  removeEndedInstances,
  writeState,
} from '#cdk/localstack/instance.ts';
import { localEnvironment } from '#cdk/localstack/local-environment.ts';
import { lockHolder, tryLock } from '#cdk/localstack/lock.ts';
import { identityOf, isAlive, parseStat, thisProcess } from '#cdk/localstack/process-identity.ts';
import { stopReleased } from '#cdk/localstack/stop.ts';

let cache: string;

beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'ctmri-cache-'));
});

afterEach(() => rmSync(cache, { recursive: true }));

/** As this process, but started at another time: what a crash leaves behind once its number is used again. */
const dead = { pid: process.pid, started: 'another time' };

describe('the cache folder', () => {
  it('is CTMRI_CACHE, else ctmri in XDG_CACHE_HOME, else in ~/.cache', () => {
    expect(cacheFolder({ CTMRI_CACHE: '/a', XDG_CACHE_HOME: '/b' })).toBe('/a');
    expect(cacheFolder({ CTMRI_CACHE: '', XDG_CACHE_HOME: '/b' })).toBe('/b/ctmri');
    expect(cacheFolder({})).toBe(join(homedir(), '.cache', 'ctmri'));
  });
});

describe('a process', () => {
  it('is told apart from a later one with its number', () => {
    expect(isAlive(thisProcess())).toBe(true);
    expect(isAlive(dead)).toBe(false);
  });

  it('has a name that may hold anything', () => {
    const fields = `S 1 42 ${'0 '.repeat(16)}777 0`;
    expect(parseStat(`7 (a) b (c)) ${fields}`)).toEqual({ group: 42, started: '777' });
  });

  it('is not alive as a zombie', () => {
    expect(parseStat('7 (node) Z 1 42 0')).toBeUndefined();
  });
});

describe('a lock', () => {
  it('is held by one process at a time, and can be taken again once released', () => {
    const path = join(cache, 'lock');
    const first = tryLock(path);
    expect(tryLock(path)).toEqual({ taken: false, holder: thisProcess() });
    if (first.taken) first.release();
    expect(tryLock(path)).toMatchObject({ taken: true });
  });

  it.each([JSON.stringify(dead), '', 'not a lock'])('that a crash left as %j is taken over', (content) => {
    const path = join(cache, 'lock');
    writeFileSync(path, content);
    expect(lockHolder(path)).toBeUndefined();
    expect(tryLock(path)).toMatchObject({ taken: true });
    expect(lockHolder(path)).toEqual(thisProcess());
  });
});

describe('the endpoint', () => {
  it('is AWS_ENDPOINT_URL as it is, where that is set', async () => {
    const environment = { AWS_ENDPOINT_URL: 'http://elsewhere:1', CTMRI_CACHE: cache };
    expect(await findEndpoint(environment)).toBe('http://elsewhere:1');
  });

  it('is that of a released LocalStack which is alive and answers', async () => {
    const server = createServer((request, response) => {
      response.statusCode = request.url === '/_localstack/health' ? 200 : 404;
      response.end('{}');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const endpoint = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    writeState(instancePaths(cache, 'start'), { supervisor: thisProcess(), endpoint });
    expect(await findEndpoint({ CTMRI_CACHE: cache })).toBe(endpoint);
    server.close();
    server.closeAllConnections();
    expect(await findEndpoint({ CTMRI_CACHE: cache })).toBeUndefined();
  });

  it('is none where nothing was ever launched', async () => {
    expect(await findEndpoint({ CTMRI_CACHE: join(cache, 'absent') })).toBeUndefined();
  });

  it('is a loopback address for CDK and SDK, S3 included, so that no DNS is needed', () => {
    expect(localEnvironment('http://127.0.0.1:4566')).toMatchObject({
      AWS_ENDPOINT_URL: 'http://127.0.0.1:4566',
      AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:4566',
      AWS_REGION: 'eu-west-3',
    });
  });
});

describe('released instances', () => {
  it('are those whose supervisor is alive; what cannot be read is none', () => {
    const alive = { supervisor: thisProcess(), endpoint: 'http://127.0.0.1:1' };
    writeState(instancePaths(cache, 'alive'), alive);
    writeState(instancePaths(cache, 'dead'), { ...alive, supervisor: dead });
    const broken = instancePaths(cache, 'broken').state;
    mkdirSync(dirname(broken), { recursive: true });
    writeFileSync(broken, '{"supervisor":');
    expect(releasedInstances(cache)).toEqual([alive]);
  });

  it('are stopped by a signal to their supervisor', async () => {
    expect(await stopReleased(cache)).toBe(false);
    const supervisor = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    const ended = once(supervisor, 'exit');
    await once(supervisor, 'spawn');
    const identity = identityOf(supervisor.pid ?? 0) ?? dead;
    writeState(instancePaths(cache, 'start'), { supervisor: identity, endpoint: 'http://127.0.0.1:1' });
    expect(await stopReleased(cache)).toBe(true);
    expect(await ended).toEqual([null, 'SIGTERM']);
  });
});

describe('what an instance left behind when it crashed', () => {
  it('is removed, its log only after a day', () => {
    const paths = instancePaths(cache, 'crashed');
    mkdirSync(paths.files, { recursive: true });
    writeFileSync(paths.log, 'why');
    writeFileSync(paths.lock, JSON.stringify(dead));
    removeEndedInstances(cache, Date.now());
    expect([existsSync(paths.files), existsSync(paths.log)]).toEqual([false, true]);
    utimesSync(paths.folder, 0, 0);
    removeEndedInstances(cache, Date.now());
    expect(existsSync(paths.folder)).toBe(false);
  });

  it('is not touched while the instance lives', () => {
    const paths = instancePaths(cache, 'alive');
    mkdirSync(paths.files, { recursive: true });
    tryLock(paths.lock);
    utimesSync(paths.folder, 0, 0);
    removeEndedInstances(cache, Date.now());
    expect(existsSync(paths.files)).toBe(true);
  });
});
