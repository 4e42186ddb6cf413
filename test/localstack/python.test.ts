import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findPythons, minorIn } from '#cdk/localstack/install/python.ts';

let machine: string;

beforeEach(() => {
  machine = mkdtempSync(join(tmpdir(), 'ctmri-python-'));
});

afterEach(() => rmSync(machine, { recursive: true }));

/** A command that says what the probe would, or fails as a shim does. */
function command(path: string, script: string): string {
  const file = join(machine, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

const python = (path: string, minor: number) => command(path, `echo Python 3 ${minor}`);

function environment(...folders: readonly string[]): NodeJS.ProcessEnv {
  const PATH = folders.map((folder) => join(machine, folder)).join(delimiter);
  return { PATH, PYENV_ROOT: join(machine, 'pyenv'), HOME: machine };
}

describe('the search for a Python that LocalStack runs on', () => {
  it('takes a python3.13 on the path', async () => {
    const path = python('bin/python3.13', 13);
    expect(await findPythons(environment('bin'))).toEqual([{ path, minor: 13 }]);
  });

  it('passes over a shim that fails, and finds the Python that pyenv hides behind it', async () => {
    command('shims/python3.13', 'echo "pyenv: python3.13: command not found" >&2; exit 127');
    const path = python('pyenv/versions/3.13.5/bin/python', 13);
    expect(await findPythons(environment('shims'))).toEqual([{ path, minor: 13 }]);
  });

  it('tries the same name further down the path when the first fails', async () => {
    command('shims/python3.13', 'exit 127');
    const path = python('usr/python3.13', 13);
    expect(await findPythons(environment('shims', 'usr'))).toEqual([{ path, minor: 13 }]);
  });

  it('keeps an older Python, which can install uv, behind the right one', async () => {
    const older = python('bin/python3', 11);
    const path = python('pyenv/versions/3.13.5/bin/python', 13);
    expect(await findPythons(environment('bin'))).toEqual([
      { path, minor: 13 },
      { path: older, minor: 11 },
    ]);
  });

  it('does not count a Python that lacks a module, nor one that is too old', async () => {
    command('bin/python3.13', 'echo "ModuleNotFoundError: No module named _ssl" >&2; exit 1');
    python('bin/python3', 7);
    expect(await findPythons(environment('bin'))).toEqual([]);
  });
});

describe('the version that the probe prints', () => {
  it('is the minor version in its last line', () => {
    expect(minorIn('some warning\nPython 3 13\n')).toBe(13);
  });

  it.each(['', 'Python 2 7', 'pyenv: python3: command not found', 'Python 3 13 1'])(
    'is none in %j',
    (output) => {
      expect(minorIn(output)).toBeUndefined();
    },
  );
});
