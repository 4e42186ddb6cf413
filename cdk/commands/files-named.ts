import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { misnamed } from '#shared/validation/upload-place.ts';
import { CommandFailure } from './command.ts';
import { codeOf, named } from './files.ts';

export interface FilesNamed {
  readonly files: readonly string[];
  /** What else lies in the folders: no file of a name that the bucket would take. */
  readonly passedOver: readonly string[];
}

/** The files that are named, those of a folder in its place, in order of name; folders in it are not looked into. */
export async function filesNamed(paths: readonly string[]): Promise<FilesNamed> {
  const found = await Promise.all(paths.map(filesAt));
  return {
    files: found.flatMap(({ files }) => files),
    passedOver: found.flatMap(({ passedOver }) => passedOver),
  };
}

async function filesAt(path: string): Promise<FilesNamed> {
  const entries = await named(
    path,
    readdir(path, { withFileTypes: true }).catch((error: unknown) => {
      if (codeOf(error) === 'ENOTDIR') return undefined;
      throw error;
    }),
  );
  if (entries === undefined) return { files: [path], passedOver: [] };
  const inOrder = entries
    .filter(({ name }) => !name.startsWith('.'))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map((entry) => ({
      at: join(path, entry.name),
      isRead: !entry.isDirectory() && misnamed(entry.name) === null,
    }));
  const files = inOrder.filter(({ isRead }) => isRead).map(({ at }) => at);
  if (files.length > 0)
    return { files, passedOver: inOrder.filter(({ isRead }) => !isRead).map(({ at }) => at) };
  throw new CommandFailure({
    fr: `${path} ne contient aucun fichier .csv, .tsv ou .txt : indiquez le dossier d’un centre.`,
    en: `${path} holds no file .csv, .tsv or .txt: name the folder of a centre.`,
  });
}
