import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LaunchFailure } from '#cdk/localstack/bilingual.ts';
import { atomicFolder } from '#cdk/localstack/install/atomic-folder.ts';
import { installing } from '#cdk/localstack/install/installation.ts';
import { type CommandResult, type InstallContext, run } from '#cdk/localstack/install/run.ts';
import { makeVirtualEnvironment, pythonIn } from '#cdk/localstack/install/virtual-environment.ts';

const LOCALSTACK = join(import.meta.dirname, '../../cdk/localstack');
const PLUGIN = join(LOCALSTACK, 'plugin');
const SETTINGS = join(LOCALSTACK, 'python', 'pyproject.toml');
const LOCK = join(LOCALSTACK, 'python', 'check-requirements.txt');

export interface PluginCheck {
  readonly name: string;
  readonly run: (folder?: string) => Promise<CommandResult>;
}

/** What is checked of the Python plugin, or why the tools for it are not to be had here. */
export type PluginChecks = { readonly checks: readonly PluginCheck[] } | { readonly missing: string };

/** Installs ruff and mypy into the cache folder, once, as LocalStack itself is. */
export async function pluginChecks(context: InstallContext): Promise<PluginChecks> {
  try {
    const python = await installing(context, () => installTools(context));
    return { checks: checksWith(python, context) };
  } catch (error) {
    // The message is for the user; anything else is a fault of ours.
    if (error instanceof LaunchFailure) return { missing: error.message };
    throw error;
  }
}

async function installTools(context: InstallContext): Promise<string> {
  const folder = await atomicFolder(context.cacheFolder, {
    name: 'plugin-checks',
    inputs: [readFileSync(LOCK, 'utf8')],
    build: (target) => makeVirtualEnvironment(target, { name: 'ruff, mypy', lock: LOCK }, context),
    stillWorks: async (target) =>
      (await run([pythonIn(target), '-c', 'import mypy, ruff'], context.environment)).succeeded,
  });
  return pythonIn(folder);
}

function checksWith(python: string, { cacheFolder, environment }: InstallContext): readonly PluginCheck[] {
  const check = (name: string, command: readonly string[]): PluginCheck => ({
    name,
    run: (folder = PLUGIN) => run([python, '-m', ...command, '.'], environment, folder),
  });
  const cache = join(cacheFolder, 'mypy');
  return [
    check('ruff check', ['ruff', 'check', '--no-cache', '--config', SETTINGS]),
    check('ruff format', ['ruff', 'format', '--no-cache', '--config', SETTINGS, '--diff']),
    check('mypy', ['mypy', '--config-file', SETTINGS, '--cache-dir', cache]),
  ];
}
