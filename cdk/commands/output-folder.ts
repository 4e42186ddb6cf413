import { mkdir, readFile, realpath, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { CommandFailure } from './command.ts';
import { codeOf, named, WHY_NOT } from './files.ts';

/** Writes files into a folder, which is made if need be; a name may hold folders of its own: `figures/flow.fr.svg`. */
export async function writeFolder(
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<void> {
  await makeFolder(folder);
  for (const within of new Set([...files.keys()].map(dirname))) {
    if (within !== '.') await makeFolder(join(folder, within));
  }
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
  const why = code === 'ENOENT' ? undefined : WHY_NOT[code];
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
