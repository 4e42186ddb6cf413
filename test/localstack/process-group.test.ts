import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startGroup } from '#cdk/localstack/process-group.ts';
import { identityOf } from '#cdk/localstack/process-identity.ts';

const environment = { PATH: process.env['PATH'] };

describe('a process group', () => {
  it('gives the command’s exit status and all that it printed', async () => {
    let output = '';
    const group = startGroup(['sh', '-c', 'echo out; echo error >&2; exit 7'], {
      environment,
      onOutput: (text) => {
        output += text;
      },
    });
    expect(await group.ended).toBe(7);
    expect(output.split('\n').sort()).toEqual(['', 'error', 'out']);
  });

  it('passes arguments on as they are, and no input', async () => {
    const lines: string[] = [];
    const script = 'printf "%s|" "$@"; cat';
    const group = startGroup(['sh', '-c', script, 'sh', 'two words', '$HOME', '*'], {
      environment,
      onOutput: (text) => lines.push(text),
    });
    expect(await group.ended).toBe(0);
    expect(lines.join('')).toBe('two words|$HOME|*|');
  });

  it('says 127 for a command that is not there, as a shell does', async () => {
    expect(await startGroup(['no-such-command'], { environment, onOutput: () => {} }).ended).toBe(127);
  });

  it('takes with it what the command has left running', async () => {
    const { pids, group } = await grandchildren('sleep 60 & sleep 60 & echo $$ $!; exit 0');
    expect(await group.ended).toBe(0);
    expect(pids.filter(isRunning)).toEqual([]);
  });

  it('is killed with all that the command has started', async () => {
    const { pids, group } = await grandchildren('sleep 60 & echo $$ $!; wait');
    expect(pids.filter(isRunning)).toEqual(pids);
    group.kill();
    expect(await group.ended).toBe(137);
    expect(pids.filter(isRunning)).toEqual([]);
  });

  it('ends when the process that started it is killed without warning', async () => {
    const module = join(import.meta.dirname, '../../cdk/localstack/process-group.ts');
    const program = `
      const { startGroup } = await import(${JSON.stringify(module)});
      startGroup(['sh', '-c', 'trap "" TERM INT HUP; sleep 60 & echo $$ $!; wait'], {
        environment: process.env, onOutput: (text) => process.stdout.write(text),
      });`;
    const owner = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [printed] = await once(owner.stdout.setEncoding('utf8'), 'data');
    const pids = String(printed).trim().split(' ').map(Number);
    expect(pids.filter(isRunning)).toEqual(pids);
    owner.kill('SIGKILL');
    await expect.poll(() => pids.filter(isRunning), { timeout: 5000 }).toEqual([]);
  });
});

async function grandchildren(script: string) {
  const { promise, resolve } = Promise.withResolvers<string>();
  const group = startGroup(['sh', '-c', script], { environment, onOutput: resolve });
  const pids = (await promise).trim().split(' ').map(Number);
  return { pids, group };
}

function isRunning(pid: number): boolean {
  return identityOf(pid) !== undefined;
}
