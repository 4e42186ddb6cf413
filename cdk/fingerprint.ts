import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const PROJECT = fileURLToPath(new URL('..', import.meta.url));

/** What is installed. */
export const LOCK = 'package-lock.json';

/**
 * The start of a SHA-256, as 12 hexadecimal digits, over files and whatever else decides the same thing.
 *
 * @param root - the project's folder; the digits do not depend on where it lies
 * @param paths - the files, from that folder
 */
export function fingerprint(root: string, paths: readonly string[], ...texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths.toSorted()) {
    const content = readFileSync(join(root, path));
    // Name and length first, so that moving a line from one file to the next is not the same code.
    hash.update(`${path}\n${content.length}\n`).update(content);
  }
  for (const text of texts) hash.update(text);
  return hash.digest('hex').slice(0, 12);
}

/** The source files in some folders of the project, as paths from its own. */
export const sourceFiles = (root: string, folders: readonly string[]): readonly string[] =>
  folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      // Hidden files, such as an editor's, decide nothing; nor does what only people read.
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && !entry.name.endsWith('.md'))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll(sep, '/')),
  );
