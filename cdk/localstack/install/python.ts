import { readdirSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { lastLine, run } from './run.ts';

export interface Python {
  readonly path: string;
  readonly minor: number;
}

/** LocalStack 2026.3 runs on 3.13 only. */
export const LOCALSTACK_MINOR = 13;

/** The oldest that pip can install the pinned uv with. */
const OLDEST_MINOR = 8;

// A Python without these modules (built by hand where their headers were missing) runs, but not LocalStack.
const PROBE = 'import sys, ctypes, sqlite3, ssl, zlib; print("Python", *sys.version_info[:2])';

/**
 * Pythons 3.8 or later that really run, best first: one that LocalStack runs on, if there is any.
 * A `python3.13` on the path may be a shim of pyenv's that fails, while pyenv's own folder has a working one.
 */
export async function findPythons(environment: NodeJS.ProcessEnv): Promise<readonly Python[]> {
  const found: Python[] = [];
  for (const path of candidates(environment, await pyenvRoots(environment))) {
    const minor = minorIn((await run([path, '-c', PROBE], environment)).output);
    if (minor === LOCALSTACK_MINOR) return [{ path, minor }, ...found];
    if (minor !== undefined && minor >= OLDEST_MINOR) found.push({ path, minor });
  }
  return found;
}

/** @returns the minor version in `Python 3 13`, or undefined when that is not what the probe printed */
export function minorIn(output: string): number | undefined {
  const [, minor] = /^Python 3 (\d+)$/.exec(lastLine(output)) ?? [];
  return minor === undefined ? undefined : Number(minor);
}

/** Existing files only, each once, in the order to try them. */
export function candidates(environment: NodeJS.ProcessEnv, roots: readonly string[]): readonly string[] {
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = ['python3.13', 'python3', 'python'].flatMap((name) =>
    folders.map((folder) => join(folder, name)),
  );
  const inPyenv = roots.flatMap((root) => pyenvPythons(join(root, 'versions')));
  const seen = new Set<string>();
  return [...onPath, ...inPyenv].filter((path) => {
    const real = realPath(path);
    if (real === undefined || seen.has(path)) return false;
    seen.add(path);
    return true;
  });
}

async function pyenvRoots(environment: NodeJS.ProcessEnv): Promise<readonly string[]> {
  const { succeeded, output } = await run(['pyenv', 'root'], environment);
  const told = succeeded ? [lastLine(output)] : [];
  return [
    ...new Set([environment['PYENV_ROOT'], ...told, join(environment['HOME'] ?? homedir(), '.pyenv')]),
  ].filter((root) => root !== undefined);
}

function pyenvPythons(versions: string): readonly string[] {
  try {
    return readdirSync(versions)
      .filter((name) => name.startsWith(`3.${LOCALSTACK_MINOR}`))
      .map((name) => join(versions, name, 'bin', 'python'));
  } catch {
    return [];
  }
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
