import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { cacheFolder } from '#cdk/localstack/cache-folder.ts';
import { isHealthy } from '#cdk/localstack/health.ts';
import { instancePaths, releasedInstances } from '#cdk/localstack/instance.ts';
import { launchLocalStack } from '#cdk/localstack/launch.ts';
import { identityOf } from '#cdk/localstack/process-identity.ts';

const cache = cacheFolder(process.env);

/** Whatever a test has started, should it fail half-way. */
const started = new Set<number>();

afterEach(() => {
  for (const pid of started) if (identityOf(pid)) process.kill(pid, 'SIGKILL');
  started.clear();
});

describe('a LocalStack that is busy', () => {
  it.each(['supervisor', 'python', 'database', 'all of them'] as const)(
    'has no process left after kill -9 of its %s',
    async (victim) => {
      const instance = await busyInstance(`killed-${victim.replaceAll(' ', '-')}-${process.pid}`);
      const { owner, supervisor, python, database } = instance;
      const victims = {
        supervisor: [supervisor],
        python: [python],
        database: [database],
        'all of them': [owner, supervisor, python],
      };
      for (const pid of victims[victim]) process.kill(pid, 'SIGKILL');
      await expect.poll(() => instance.all.filter((pid) => identityOf(pid)), { timeout: 5000 }).toEqual([]);
    },
  );

  it('has no process, and no file but its logs, left after kill -9 of its owner', async () => {
    const name = `orphaned-${process.pid}`;
    const instance = await busyInstance(name);
    process.kill(instance.owner, 'SIGKILL');
    await expect.poll(() => instance.all.filter((pid) => identityOf(pid)), { timeout: 5000 }).toEqual([]);
    const { files, state, lock, log } = instancePaths(cache, name);
    expect([files, state, lock, log].map((path) => existsSync(path))).toEqual([false, false, false, true]);
  });
});

describe('a released LocalStack', () => {
  it('runs on after its owner, beside another one, until it is stopped', async () => {
    const name = `released-${process.pid}`;
    const instance = await busyInstance(name, 'release');
    await expect.poll(() => identityOf(instance.owner), { timeout: 5000 }).toBeUndefined();
    expect(await isHealthy(instance.endpoint)).toBe(true);

    const other = await launch(`other-${process.pid}`);
    expect(other.endpoint).not.toBe(instance.endpoint);
    expect(await isHealthy(other.endpoint)).toBe(true);
    await expect(launch(name)).rejects.toThrow(/existe déjà .* \/ .* exists already/);
    await other.stop();
    expect(await isHealthy(other.endpoint)).toBe(false);

    expect(releasedInstances(cache).map(({ endpoint }) => endpoint)).toContain(instance.endpoint);
    process.kill(instance.supervisor, 'SIGTERM');
    await expect.poll(() => instance.all.filter((pid) => identityOf(pid)), { timeout: 5000 }).toEqual([]);
    expect(existsSync(instancePaths(cache, name).state)).toBe(false);
  });
});

function launch(name: string) {
  return launchLocalStack({ cacheFolder: cache, name, progress: () => {}, environment: process.env });
}

interface ListedProcess {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  readonly command: string;
}

/** An instance in a process of its own that has all the processes it ever has; `all` are those of the instance. */
async function busyInstance(name: string, release = '') {
  const owner = spawn(process.execPath, [join(import.meta.dirname, 'owner.ts'), name, release], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.add(owner.pid ?? 0);
  const [printed] = await once(owner.stdout.setEncoding('utf8'), 'data');
  const endpoint = String(printed).replace('ready ', '').trim();
  const list = processes();
  const supervisor = only(list, ({ command }) => command.endsWith(`supervisor.ts ${cache} ${name}`)).pid;
  const shell = only(list, ({ parent }) => parent === supervisor).pid;
  const python = only(list, ({ parent, command }) => parent === shell && !command.startsWith('/bin/sh')).pid;
  const others = () => processes().filter(({ parent }) => parent === python);
  await expect
    .poll(() => others().map(programOf).sort(), { timeout: 5000 })
    .toEqual(['java', 'node', 'node']);
  expect(others().every(({ group }) => group === shell)).toBe(true);
  const all = [supervisor, shell, python, ...others().map(({ pid }) => pid)];
  for (const pid of all) started.add(pid);
  const database = only(others(), (other) => programOf(other) === 'java').pid;
  return { owner: owner.pid ?? 0, supervisor, python, database, all, endpoint };
}

function programOf({ command }: ListedProcess): string | undefined {
  return /java|node/.exec(command)?.[0];
}

function processes(): readonly ListedProcess[] {
  return execFileSync('ps', ['-axo', 'pid=,ppid=,pgid=,command='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => {
      const [, pid, parent, group, command = ''] = /^ *(\d+) +(\d+) +(\d+) (.*)$/.exec(line) ?? [];
      return { pid: Number(pid), parent: Number(parent), group: Number(group), command };
    });
}

function only(list: readonly ListedProcess[], wanted: (process: ListedProcess) => boolean): ListedProcess {
  const [first, second] = list.filter(wanted);
  if (first === undefined || second !== undefined) throw new Error('not exactly one such process');
  return first;
}
