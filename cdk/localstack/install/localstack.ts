import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bilingual, LaunchFailure } from '../bilingual.ts';
import { atomicFolder } from './atomic-folder.ts';
import { uvEnvironment } from './package-index.ts';
import { findPythons, LOCALSTACK_MINOR, type Python } from './python.ts';
import { type InstallContext, lastLine, run } from './run.ts';
import { installUv } from './uv.ts';

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
    build: (target) => build(target, context),
    // The Python that it was made from may have been removed or upgraded since.
    stillWorks: async (target) =>
      (await run([pythonIn(target), '-c', 'import localstack'], context.environment)).succeeded,
  });
  return pythonIn(folder);
}

function pythonIn(folder: string): string {
  return join(folder, 'bin', 'python');
}

async function build(target: string, context: InstallContext): Promise<void> {
  const { cacheFolder, progress } = context;
  progress(bilingual('Recherche de Python 3.13…', 'Looking for Python 3.13…'));
  const pythons = await findPythons(context.environment);
  const uv = await installUv(pythons, context);
  const environment = {
    UV_CACHE_DIR: join(cacheFolder, 'downloads'),
    UV_PYTHON_INSTALL_DIR: join(cacheFolder, 'interpreters'),
    ...(await uvEnvironment(pythons[0], context.environment)),
  };
  const inCache = (command: readonly string[]) => run(command, environment, cacheFolder);
  await makeVirtualEnvironment(target, pythons, (parameters) => inCache([uv, ...parameters]), progress);
  progress(bilingual('Installation de LocalStack (une seule fois)…', 'Installing LocalStack (once only)…'));
  const locked = ['--require-hashes', '--requirements', LOCK, '--build-constraints', BUILD_LOCK];
  const installed = await inCache([uv, 'pip', 'install', '--quiet', '--python', pythonIn(target), ...locked]);
  if (!installed.succeeded) throw new LaunchFailure(notInstalled(installed.output));
}

async function makeVirtualEnvironment(
  target: string,
  pythons: readonly Python[],
  uv: (parameters: readonly string[]) => ReturnType<typeof run>,
  progress: (line: string) => void,
): Promise<void> {
  const make = ['venv', '--quiet', '--clear', '--relocatable'];
  const suitable = pythons.find(({ minor }) => minor === LOCALSTACK_MINOR);
  if (suitable === undefined) {
    progress(bilingual('Téléchargement de Python 3.13…', 'Downloading Python 3.13…'));
    const version = `3.${LOCALSTACK_MINOR}`;
    const { succeeded } = await uv([...make, '--managed-python', '--python', version, target]);
    if (!succeeded) throw new LaunchFailure(noPython());
    return;
  }
  const { succeeded, output } = await uv([...make, '--python', suitable.path, target]);
  if (!succeeded) throw new LaunchFailure(notInstalled(output));
}

function noPython(): string {
  return bilingual(
    'LocalStack a besoin de Python 3.13, qui n’est pas installé ici et n’a pas pu être téléchargé : installez Python 3.13, ou ouvrez l’accès à Internet, puis recommencez.',
    'LocalStack needs Python 3.13, which is not installed here and could not be downloaded: install Python 3.13, or open the access to the internet, then try again.',
  );
}

function notInstalled(output: string): string {
  const reason = lastLine(output);
  return bilingual(
    `L’installation de LocalStack a échoué (${reason}) : vérifiez l’accès à l’index de paquets Python (PIP_INDEX_URL) et la place sur le disque, puis recommencez.`,
    `Installing LocalStack failed (${reason}): check the access to the Python package index (PIP_INDEX_URL) and the space on the disk, then try again.`,
  );
}
