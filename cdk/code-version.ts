import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));

/** What decides a result: the study's own code, how rows are read, what publishes them, every package they use. */
const DECIDING_FOLDERS = ['shared', 'functions/statistics', 'functions/storage'];
const DECIDING_FILES = ['package-lock.json'];

/**
 * The version that stands in every published result and goes into its id: the package's version and the start of a
 * SHA-256 over the source that decides results, as in `1.0.0+0123456789ab`.
 *
 * @param root - the project's folder
 */
export function codeVersion(root: string = PROJECT): string {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  const hash = createHash('sha256');
  for (const path of decidingFiles(root)) {
    const content = readFileSync(join(root, path));
    // Name and length first, so that moving a line from one file to the next is not the same code.
    hash.update(`${path}\n${content.length}\n`).update(content);
  }
  return `${version}+${hash.digest('hex').slice(0, 12)}`;
}

function decidingFiles(root: string): readonly string[] {
  const inFolders = DECIDING_FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      // What an editor or a file browser leaves behind decides nothing.
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll(sep, '/')),
  );
  return [...inFolders, ...DECIDING_FILES].toSorted();
}
