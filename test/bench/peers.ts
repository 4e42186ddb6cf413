import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '#cdk/localstack/cache-folder.ts';

/** What people read CSV with; not the project's own packages, for nothing but this page needs them. */
const PEERS = { 'csv-parse': '7.0.3', papaparse: '5.7.1', udsv: '0.7.3' } as const;

/** Installs the peers into the cache folder, in these versions. @returns where, or undefined where they could not be had */
export function installedParsers(): string | undefined {
  const folder = join(cacheFolder(process.env), 'bench-peers');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: PEERS }));
  try {
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], {
      cwd: folder,
      stdio: 'pipe',
    });
    return folder;
  } catch {
    return undefined;
  }
}

/** Its releases ask for a Python of their time: pip takes the newest that this one can have. */
const SCIPY = 'scipy';

/** Installs SciPy into the cache folder. @returns where, or undefined where it could not be had */
export function installedSciPy(): string | undefined {
  const folder = join(cacheFolder(process.env), 'bench-scipy');
  const canImport = () =>
    hasProgram('python3', '-c', 'import sys; sys.path.insert(0, sys.argv[1]); import scipy.stats', folder);
  if (canImport()) return folder;
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'];
  if (!hasProgram('python3', ...pip, '--target', folder, SCIPY)) return undefined;
  return canImport() ? folder : undefined;
}

export const hasProgram = (command: string, ...words: readonly string[]): boolean =>
  spawnSync(command, words, { stdio: 'ignore' }).status === 0;

export const peerVersions = (): string =>
  Object.entries(PEERS)
    .map(([name, version]) => `${name} ${version}`)
    .join(', ');
