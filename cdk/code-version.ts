import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));

/** What decides a result: the study's own code, how rows are read, what publishes them, every package they use. */
const DECIDING_FOLDERS = ['shared', 'functions/statistics', 'functions/storage'];
/** Of these, what only people read: answers to senders, and how published figures are shown. */
const ONLY_FOR_PEOPLE = ['shared/reports/', 'shared/presentation/'];
const UNKNOWN = 'unknown';
const LOCK = 'package-lock.json';

const packageSchema = z.object({ version: z.string() });
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
 * The version that stands in every published result and goes into its id: the package's version and the start of a
 * SHA-256 over what decides results, as in `1.0.0+0123456789ab`. Texts for people, and packages that only develop and
 * test, decide nothing.
 *
 * @param root - the project's folder
 */
export function codeVersion(root: string = PROJECT): string {
  const { version } = packageSchema.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  const hash = createHash('sha256');
  for (const path of decidingFiles(root)) {
    const content = readFileSync(join(root, path));
    // Name and length first, so that moving a line from one file to the next is not the same code.
    hash.update(`${path}\n${content.length}\n`).update(content);
  }
  hash.update(usedPackages(root));
  return `${version}+${hash.digest('hex').slice(0, 12)}`;
}

/**
 * The commit that last changed what decides results, with `+changes` where the folder has others since; `unknown` where
 * git does not know: in a copy of the files without their history.
 */
export function codeCommit(root: string = PROJECT): string {
  const forPeople = [...ONLY_FOR_PEOPLE, '*.md'].map((path) => `:(exclude)${path}`);
  const paths = [...DECIDING_FOLDERS, LOCK, ...forPeople];
  const git = (...words: readonly string[]) =>
    execFileSync('git', [...words, '--', ...paths], { cwd: root, encoding: 'utf8', stdio: 'pipe' }).trim();
  try {
    const commit = git('log', '-1', '--format=%H');
    if (commit === '') return UNKNOWN;
    return git('status', '--porcelain') === '' ? commit : `${commit}+changes`;
  } catch {
    return UNKNOWN;
  }
}

const decidingFiles = (root: string): readonly string[] =>
  DECIDING_FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      // Hidden files, such as an editor's, change no result.
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && !entry.name.endsWith('.md'))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll(sep, '/')),
  )
    .filter((path) => !ONLY_FOR_PEOPLE.some((folder) => path.startsWith(folder)))
    .toSorted();

/** The packages that run, each with its version and content, as the lock file has them. */
function usedPackages(root: string): string {
  const { packages } = lockSchema.parse(JSON.parse(readFileSync(join(root, LOCK), 'utf8')));
  return Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => path !== '' && dev !== true && devOptional !== true)
    .map(([path, { version, integrity }]) => `${path} ${version} ${integrity}\n`)
    .toSorted()
    .join('');
}
