import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

export const LOCK = 'package-lock.json';
const FOLDER = 'node_modules/';

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      integrity: z.string().optional(),
      dev: z.boolean().optional(),
      devOptional: z.boolean().optional(),
    }),
  ),
});

/**
 * The packages that run, each with its version and content on a line, as the lock file has them; not those that only
 * develop and test.
 *
 * @param root - the project's folder
 * @param names - only these; all where it is not given
 */
export function lockedPackages(root: string, names?: readonly string[]): string {
  const { packages } = lockSchema.parse(JSON.parse(readFileSync(join(root, LOCK), 'utf8')));
  return Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => path !== '' && dev !== true && devOptional !== true)
    .filter(([path]) => names?.includes(path.replace(FOLDER, '')) ?? true)
    .map(([path, { version, integrity }]) => `${path} ${version} ${integrity}\n`)
    .toSorted()
    .join('');
}
