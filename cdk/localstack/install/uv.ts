import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bilingual } from '#shared/language.ts';
import { bilingual, LaunchFailure } from '../bilingual.ts';
import { atomicFolder } from './atomic-folder.ts';
import type { Python } from './python.ts';
import { type InstallContext, lastLine, run } from './run.ts';

export const UV_REQUIREMENTS = join(import.meta.dirname, '..', 'python', 'uv-requirements.txt');

/**
 * The pinned uv, put into the cache folder by the pip of a Python that is there; else the user's own.
 * It installs in seconds what pip needs a minute for, and can download a Python.
 *
 * @returns the command
 * @throws LaunchFailure
 */
export async function installUv(pythons: readonly Python[], context: InstallContext): Promise<string> {
  const [python] = pythons;
  const pinned = python === undefined ? NO_PYTHON : await pinnedUv(python, context);
  if ('uv' in pinned) return pinned.uv;
  if ((await run(['uv', '--version'], context.environment)).succeeded) return 'uv';
  throw new LaunchFailure(pinned.failure);
}

const NO_PYTHON = {
  failure: bilingual(
    'LocalStack a besoin de Python 3.13, et cette machine n’a pas de Python : installez Python 3.13 (ou « uv »), puis recommencez.',
    'LocalStack needs Python 3.13, and this machine has no Python: install Python 3.13 (or “uv”), then try again.',
  ),
};

async function pinnedUv(
  python: Python,
  context: InstallContext,
): Promise<{ uv: string } | { failure: Bilingual }> {
  try {
    const folder = await atomicFolder(context.cacheFolder, {
      name: 'uv',
      inputs: [readFileSync(UV_REQUIREMENTS, 'utf8')],
      build: (target) => build(python, target, context),
    });
    // A virtual environment and the target of `pip install --target` both have this folder.
    return { uv: join(folder, 'bin', 'uv') };
  } catch (error) {
    return { failure: notInstalled(python, error instanceof Error ? error.message : String(error)) };
  }
}

/** @throws Error with the last line of what pip said */
async function build(python: Python, target: string, context: InstallContext): Promise<void> {
  // Settings of the user's that forbid exactly what we ask for.
  const environment = { ...context.environment, PIP_USER: '0', PIP_REQUIRE_VIRTUALENV: '0' };
  const install = ['-m', 'pip', 'install', '--quiet', '--require-hashes', '-r', UV_REQUIREMENTS];
  const direct = await run([python.path, ...install, '--target', target], environment);
  if (direct.succeeded) return;
  // No pip, or a very old one: a virtual environment brings its own, where Python has not been taken apart.
  const venv = await run([python.path, '-m', 'venv', '--clear', target], environment);
  if (!venv.succeeded) throw new Error(lastLine(direct.output));
  const inside = await run([join(target, 'bin', 'python'), ...install], environment);
  if (!inside.succeeded) throw new Error(lastLine(inside.output));
}

function notInstalled(python: Python, reason: string): Bilingual {
  return bilingual(
    `Impossible d’installer « uv » avec ${python.path} (${reason}) : vérifiez l’accès à l’index de paquets Python (PIP_INDEX_URL), ou installez « uv » vous-même.`,
    `“uv” could not be installed with ${python.path} (${reason}): check the access to the Python package index (PIP_INDEX_URL), or install “uv” yourself.`,
  );
}
