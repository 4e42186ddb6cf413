import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { LOCK } from './fingerprint.ts';

const FOLDER = 'node_modules/';

const namesSchema = z.record(z.string(), z.unknown()).default({});
const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      integrity: z.string().optional(),
      dev: z.boolean().optional(),
      devOptional: z.boolean().optional(),
      dependencies: namesSchema,
      optionalDependencies: namesSchema,
      peerDependencies: namesSchema,
    }),
  ),
});
type Packages = z.infer<typeof lockSchema>['packages'];

const readLock = (root: string): Packages =>
  lockSchema.parse(JSON.parse(readFileSync(join(root, LOCK), 'utf8'))).packages;

/** Those that run, each with its version and content on a line; not those that only develop and test. */
const asLines = (packages: Packages, isMeant: (path: string) => boolean): string =>
  Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => path !== '' && dev !== true && devOptional !== true)
    .filter(([path]) => isMeant(path))
    .map(([path, { version, integrity }]) => `${path} ${version} ${integrity}\n`)
    .toSorted()
    .join('');

/**
 * Some of the packages that run, each with its version and content on a line, as the lock file has them.
 *
 * @param root - the project's folder
 */
export const lockedPackages = (root: string, names: readonly string[]): string =>
  asLines(readLock(root), (path) => names.includes(path.replace(FOLDER, '')));

/**
 * All packages that run but these, and but what nothing else needs than these.
 *
 * @param root - the project's folder
 * @param without - direct dependencies of the project
 */
export function lockedPackagesWithout(root: string, without: readonly string[]): string {
  const packages = readLock(root);
  const direct = Object.keys(packages['']?.dependencies ?? {});
  const others = needed(
    packages,
    direct.filter((name) => !without.includes(name)),
  );
  const left = needed(packages, without);
  return asLines(packages, (path) => others.has(path) || !left.has(path));
}

/** The paths of these direct dependencies and of all that they need. */
function needed(packages: Packages, names: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (from: string, name: string): void => {
    const path = installedFor(packages, from, name);
    if (path === undefined || found.has(path)) return;
    found.add(path);
    const { dependencies, optionalDependencies, peerDependencies } = packages[path] ?? {};
    for (const next of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })) {
      add(path, next);
    }
  };
  for (const name of names) add('', name);
  return found;
}

/** Where Node finds a package: in the nearest `node_modules` from the one that asks upward. */
function installedFor(packages: Packages, from: string, name: string): string | undefined {
  const path = `${from === '' ? '' : `${from}/`}${FOLDER}${name}`;
  if (packages[path] !== undefined) return path;
  if (from === '') return undefined;
  return installedFor(packages, from.slice(0, Math.max(0, from.lastIndexOf(`/${FOLDER}`))), name);
}
