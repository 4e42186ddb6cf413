import { open, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { CENTRE_NAME } from '#shared/storage/bucket-keys.ts';
import type { CentreFile } from '#shared/validation/examine-centre.ts';
import { LARGEST_FILE_BYTES } from '#shared/validation/limits.ts';
import { misnamed } from '#shared/validation/upload-place.ts';
import { CommandFailure } from './command.ts';

/** Why a file or folder cannot be read or written, by the code of the system. */
export const WHY_NOT: Readonly<Record<string, { readonly fr: string; readonly en: string }>> = {
  ENOENT: { fr: 'n’existe pas', en: 'does not exist' },
  EACCES: { fr: 'ne peut être lu (droits)', en: 'may not be read (permissions)' },
  EISDIR: { fr: 'est un dossier, pas un fichier', en: 'is a folder, not a file' },
  ENOTDIR: { fr: 'n’est pas un dossier', en: 'is not a folder' },
  EEXIST: { fr: 'est un fichier, pas un dossier', en: 'is a file, not a folder' },
  EROFS: { fr: 'ne peut être écrit (lecture seule)', en: 'cannot be written to (read-only)' },
  ENOSPC: { fr: 'ne tient plus sur le disque', en: 'has no room left on the disk' },
};

/** What fails over a path as a sentence that names it. */
export async function named<T>(path: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const why = WHY_NOT[codeOf(error)];
    if (why === undefined) throw error;
    throw new CommandFailure({ fr: `${path} ${why.fr}.`, en: `${path} ${why.en}.` });
  }
}

export const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

/** Reads a file whole; of one that is too large as much as shows that it is: its refusal does not depend on the rest. */
export async function readUpload(path: string): Promise<CentreFile> {
  return { name: basename(path), bytes: await named(path, firstBytes(path, LARGEST_FILE_BYTES + 1)) };
}

async function firstBytes(path: string, most: number): Promise<Uint8Array<ArrayBuffer>> {
  await using file = await open(path);
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.createReadStream({ end: most - 1, autoClose: false })) chunks.push(chunk);
  return Uint8Array.from(Buffer.concat(chunks));
}

/** Refuses what can be the name of no centre, before anything is sent or computed in it. */
export function assertCentreName(centre: string): void {
  if (CENTRE_NAME.test(centre)) return;
  throw new CommandFailure({
    fr: `${centre} ne peut être le nom d’un centre : a-z, 0-9 et « - », 32 caractères au plus.`,
    en: `${centre} cannot be the name of a centre: a-z, 0-9 and "-", at most 32 characters.`,
  });
}

/** The paths of the data sets of each centre's folder, both in order of name. */
export async function cohortPaths(folder: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const entries = await named(folder, readdir(folder, { withFileTypes: true }));
  const centres = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const cohort = new Map<string, readonly string[]>();
  for (const centre of centres.sort()) {
    const names = (await readdir(join(folder, centre))).filter((name) => misnamed(name) === null);
    cohort.set(
      centre,
      names.sort().map((name) => join(folder, centre, name)),
    );
  }
  for (const centre of cohort.keys()) assertCentreName(centre);
  if ([...cohort.values()].every((paths) => paths.length === 0)) {
    throw new CommandFailure({
      fr: `${folder} ne contient aucun fichier <centre>/<nom>.csv.`,
      en: `${folder} holds no file <centre>/<name>.csv.`,
    });
  }
  return cohort;
}

export const readUploads = (paths: readonly string[]): Promise<readonly CentreFile[]> =>
  Promise.all(paths.map(readUpload));

/** The data sets of each centre's folder, all at once. */
export async function readCohort(folder: string): Promise<ReadonlyMap<string, readonly CentreFile[]>> {
  const cohort = new Map<string, readonly CentreFile[]>();
  for (const [centre, paths] of await cohortPaths(folder)) cohort.set(centre, await readUploads(paths));
  return cohort;
}
