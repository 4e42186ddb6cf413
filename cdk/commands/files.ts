import { mkdir, readdir, readFile, realpath, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { CENTRE_NAME } from '#shared/storage/bucket-keys.ts';
import type { CentreFile } from '#shared/validation/examine-centre.ts';
import { CommandFailure } from './command.ts';

const UNREADABLE: Readonly<Record<string, { readonly fr: string; readonly en: string }>> = {
  ENOENT: { fr: 'n’existe pas', en: 'does not exist' },
  EACCES: { fr: 'ne peut être lu (droits)', en: 'may not be read (permissions)' },
  EISDIR: { fr: 'est un dossier, pas un fichier', en: 'is a folder, not a file' },
  ENOTDIR: { fr: 'n’est pas un dossier', en: 'is not a folder' },
  EEXIST: { fr: 'est un fichier, pas un dossier', en: 'is a file, not a folder' },
  EROFS: { fr: 'ne peut être écrit (lecture seule)', en: 'cannot be written to (read-only)' },
  ENOSPC: { fr: 'ne tient plus sur le disque', en: 'has no room left on the disk' },
};

async function named<T>(path: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const why = UNREADABLE[codeOf(error)];
    if (why === undefined) throw error;
    throw new CommandFailure({ fr: `${path} ${why.fr}.`, en: `${path} ${why.en}.` });
  }
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

export async function readUpload(path: string): Promise<CentreFile> {
  return { name: basename(path), bytes: Uint8Array.from(await named(path, readFile(path))) };
}

/** Refuses what can be the name of no centre, before anything is sent or computed in it. */
export function assertCentreName(centre: string): void {
  if (CENTRE_NAME.test(centre)) return;
  throw new CommandFailure({
    fr: `${centre} ne peut être le nom d’un centre : a-z, 0-9 et « - », 32 caractères au plus.`,
    en: `${centre} cannot be the name of a centre: a-z, 0-9 and "-", at most 32 characters.`,
  });
}

/** The CSV files of each centre's folder, both in order of name. */
export async function readCohort(folder: string): Promise<ReadonlyMap<string, readonly CentreFile[]>> {
  const entries = await named(folder, readdir(folder, { withFileTypes: true }));
  const centres = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const cohort = new Map<string, readonly CentreFile[]>();
  for (const centre of centres.sort()) {
    const names = (await readdir(join(folder, centre))).filter((name) => name.toLowerCase().endsWith('.csv'));
    cohort.set(centre, await Promise.all(names.sort().map((name) => readUpload(join(folder, centre, name)))));
  }
  for (const centre of cohort.keys()) assertCentreName(centre);
  if ([...cohort.values()].every((files) => files.length === 0)) {
    throw new CommandFailure({
      fr: `${folder} ne contient aucun fichier <centre>/<nom>.csv.`,
      en: `${folder} holds no file <centre>/<name>.csv.`,
    });
  }
  return cohort;
}

/** Writes files into a folder, which is made if need be. */
export async function writeFolder(
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<void> {
  await makeFolder(folder);
  for (const [name, content] of files) {
    await writeFile(join(folder, name), content).catch((error: unknown) => {
      throw cannotBeMade(join(folder, name), error);
    });
  }
}

/** Makes a folder and those above it, one by one: asked for all at once, Node tries for ever where none can be (`/proc/x`). */
async function makeFolder(folder: string): Promise<void> {
  const { there, missing } = await nearestFolder(folder);
  let made = there;
  for (const name of missing) {
    made = join(made, name);
    try {
      await mkdir(made);
    } catch (error) {
      // Somebody else made it meanwhile, or the place takes no folder.
      if (!(await isFolder(made))) throw cannotBeMade(folder, error);
    }
  }
}

/** The nearest folder that is there, by its real name, and the names below it that are missing. */
async function nearestFolder(
  folder: string,
): Promise<{ readonly there: string; readonly missing: readonly string[] }> {
  const missing: string[] = [];
  for (let path = resolve(folder); ; path = dirname(path)) {
    if (await isFolder(path)) return { there: await realpath(path), missing };
    if (await isThere(path)) throw cannotBeMade(folder, { code: 'EEXIST' });
    missing.unshift(basename(path));
  }
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

function cannotBeMade(path: string, error: unknown): CommandFailure {
  const code = codeOf(error);
  const why = code === 'ENOENT' ? undefined : UNREADABLE[code];
  return why === undefined
    ? new CommandFailure({
        fr: `${path} ne peut être créé. Choisissez un autre dossier.`,
        en: `${path} cannot be made. Choose another folder.`,
      })
    : new CommandFailure({ fr: `${path} ${why.fr}.`, en: `${path} ${why.en}.` });
}

/**
 * Refuses a place for what is written that lies in what is read: in a folder that is read with all in it, or beside a
 * file that is read. Next time it would be read as well.
 */
export async function assertApart(
  out: string,
  read: { readonly folders?: readonly string[]; readonly files?: readonly string[] },
): Promise<void> {
  const { there, missing } = await nearestFolder(out);
  const place = join(there, ...missing);
  const folders = await Promise.all((read.folders ?? []).map((folder) => named(folder, realpath(folder))));
  const beside = await Promise.all((read.files ?? []).map((file) => named(file, realpath(dirname(file)))));
  const isInside = (folder: string) => place === folder || place.startsWith(`${folder}${sep}`);
  if (!folders.some(isInside) && !beside.includes(place)) return;
  throw new CommandFailure({
    fr: `${out} est parmi les fichiers lus : ce qui y serait écrit serait lu la fois suivante. Choisissez un autre dossier.`,
    en: `${out} is among the files that are read: what is written there would be read next time. Choose another folder.`,
  });
}

/** Writes files into a folder, which is made if need be; none of them if one is there already and says something else. */
export async function writeNewFiles(
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<void> {
  const taken: string[] = [];
  for (const [name, content] of files) {
    const there = await readFile(join(folder, name)).catch(() => undefined);
    if (there !== undefined && !there.equals(Buffer.from(content))) taken.push(join(folder, name));
  }
  if (taken.length > 0) {
    throw new CommandFailure({
      fr: `${taken.join(', ')} : il y a déjà autre chose sous ce nom, qui n’est pas remplacé. Prenez un autre dossier (--out).`,
      en: `${taken.join(', ')}: something else has that name already and is not replaced. Take another folder (--out).`,
    });
  }
  await writeFolder(folder, files);
}
