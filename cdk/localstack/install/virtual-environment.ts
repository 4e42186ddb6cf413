import { join } from 'node:path';
import type { Bilingual } from '#shared/language.ts';
import { bilingual, LaunchFailure, type Progress } from '../bilingual.ts';
import { uvEnvironment } from './package-index.ts';
import { findPythons, LOCALSTACK_MINOR, type Python } from './python.ts';
import { type InstallContext, lastLine, run } from './run.ts';
import { installUv } from './uv.ts';

/** Python packages that are installed together, from locks with hashes. */
export interface PythonPackages {
  /** What they are to the user. */
  readonly name: string;
  readonly lock: string;
  /** What builds those that come as source only. */
  readonly buildLock?: string;
}

export const pythonIn = (folder: string): string => join(folder, 'bin', 'python');

/**
 * Makes a virtual environment of Python 3.13 with these packages, and nothing else.
 *
 * @throws LaunchFailure
 */
export async function makeVirtualEnvironment(
  target: string,
  packages: PythonPackages,
  context: InstallContext,
): Promise<void> {
  const { cacheFolder, progress } = context;
  const { name, lock, buildLock } = packages;
  progress(bilingual('Recherche de Python 3.13…', 'Looking for Python 3.13…'));
  const pythons = await findPythons(context.environment);
  const uv = await installUv(pythons, context);
  const environment = {
    UV_CACHE_DIR: join(cacheFolder, 'downloads'),
    UV_PYTHON_INSTALL_DIR: join(cacheFolder, 'interpreters'),
    ...(await uvEnvironment(pythons[0], context.environment)),
  };
  const inCache = (parameters: readonly string[]) => run([uv, ...parameters], environment, cacheFolder);
  await makeEmpty(target, { pythons, uv: inCache, progress, name });
  progress(bilingual(`Installation de ${name} (une seule fois)…`, `Installing ${name} (once only)…`));
  const locked = ['--require-hashes', '--requirements', lock];
  const constraints = buildLock === undefined ? [] : ['--build-constraints', buildLock];
  const install = ['pip', 'install', '--quiet', '--python', pythonIn(target), ...locked, ...constraints];
  const installed = await inCache(install);
  if (!installed.succeeded) throw new LaunchFailure(notInstalled(name, installed.output));
}

interface Tools {
  readonly pythons: readonly Python[];
  readonly uv: (parameters: readonly string[]) => ReturnType<typeof run>;
  readonly progress: Progress;
  readonly name: string;
}

async function makeEmpty(target: string, { pythons, uv, progress, name }: Tools): Promise<void> {
  const make = ['venv', '--quiet', '--clear', '--relocatable'];
  const suitable = pythons.find(({ minor }) => minor === LOCALSTACK_MINOR);
  if (suitable === undefined) {
    progress(bilingual('Téléchargement de Python 3.13…', 'Downloading Python 3.13…'));
    const version = `3.${LOCALSTACK_MINOR}`;
    const { succeeded } = await uv([...make, '--managed-python', '--python', version, target]);
    if (!succeeded) throw new LaunchFailure(noPython(name));
    return;
  }
  const { succeeded, output } = await uv([...make, '--python', suitable.path, target]);
  if (!succeeded) throw new LaunchFailure(notInstalled(name, output));
}

const noPython = (name: string): Bilingual =>
  bilingual(
    `Python 3.13 est nécessaire (${name}), mais n’est pas installé ici et n’a pas pu être téléchargé : installez Python 3.13, ou ouvrez l’accès à Internet, puis recommencez.`,
    `Python 3.13 is needed (${name}), but is not installed here and could not be downloaded: install Python 3.13, or open the access to the internet, then try again.`,
  );

function notInstalled(name: string, output: string): Bilingual {
  const reason = lastLine(output);
  return bilingual(
    `L’installation de ${name} a échoué (${reason}) : vérifiez l’accès à l’index de paquets Python (PIP_INDEX_URL) et la place sur le disque, puis recommencez.`,
    `Installing ${name} failed (${reason}): check the access to the Python package index (PIP_INDEX_URL) and the space on the disk, then try again.`,
  );
}
