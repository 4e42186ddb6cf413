import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export interface Recipe {
  readonly name: string;
  /** All that decides what is built: another content makes another folder. */
  readonly inputs: readonly string[];
  readonly build: (folder: string) => Promise<void>;
  /** Whether a folder built earlier is still of use; without it, always. */
  readonly stillWorks?: (folder: string) => Promise<boolean>;
}

const PARTIAL = '.partial';

/**
 * Builds a folder once. It appears under its name only when complete, so a crash leaves nothing that could
 * be taken for it, and of two processes that build it at once the first wins.
 *
 * @returns its path, `<cacheFolder>/<name>-<hash of the inputs>`
 */
export async function atomicFolder(cacheFolder: string, recipe: Recipe): Promise<string> {
  const hash = createHash('sha256').update(
    JSON.stringify([process.platform, process.arch, ...recipe.inputs]),
  );
  const path = join(cacheFolder, `${recipe.name}-${hash.digest('hex').slice(0, 12)}`);
  if (existsSync(path)) {
    if ((await recipe.stillWorks?.(path)) ?? true) return path;
    rmSync(path, { recursive: true, force: true });
  }
  const partial = `${path}.${randomUUID()}${PARTIAL}`;
  mkdirSync(partial, { recursive: true });
  try {
    await recipe.build(partial);
    if (!existsSync(path)) renameSync(partial, path);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
  return path;
}

/** Removes what crashed installations left. Nobody else may be building. */
export function removePartialFolders(cacheFolder: string): void {
  for (const name of readdirSync(cacheFolder)) {
    if (name.endsWith(PARTIAL)) rmSync(join(cacheFolder, name), { recursive: true, force: true });
  }
}
