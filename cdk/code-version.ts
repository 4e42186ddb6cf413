import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { fingerprint, LOCK, PROJECT, sourceFiles } from './fingerprint.ts';
import { lockedPackagesWithout } from './locked-packages.ts';

/** What decides a result: the study's own code, how rows are read, what publishes them, every package they use. */
export const DECIDING_FOLDERS = ['shared', 'functions/statistics', 'functions/storage'];
/** Of these, what only people read: answers to senders and their templates, how figures are shown, what moved between results. */
export const ONLY_FOR_PEOPLE = [
  ...[
    'shared/reports/',
    'shared/guidance/',
    'shared/presentation/',
    'shared/result-report/',
    'shared/desk/',
    'shared/mail/',
  ],
  'shared/publication/comparison/',
];
/** What only the page of a result, or the desk, is made by; a test looks whether what decides results imports any of it, and that none is missing. */
export const PACKAGES_FOR_PEOPLE = [
  ...['@observablehq/plot', 'linkedom', 'preact', 'preact-render-to-string'],
  ...['fflate', 'read-excel-file'],
  ...[
    '@aws-sdk/client-sns',
    '@aws-sdk/client-sts',
    '@aws-sdk/s3-presigned-post',
    '@aws-sdk/s3-request-presigner',
  ],
];
const UNKNOWN = 'unknown';

const packageSchema = z.object({ version: z.string() });

/**
 * The version that stands in every published result and goes into its id: the package's version and a fingerprint of
 * what decides results, as in `1.0.0+0123456789ab`. Texts and pages for people, what only they are made by, and packages
 * that only develop and test decide nothing.
 *
 * @param root - the project's folder
 */
export function codeVersion(root: string = PROJECT): string {
  const { version } = packageSchema.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  const files = sourceFiles(root, DECIDING_FOLDERS).filter(
    (path) => !ONLY_FOR_PEOPLE.some((folder) => path.startsWith(folder)),
  );
  return `${version}+${fingerprint(root, files, lockedPackagesWithout(root, PACKAGES_FOR_PEOPLE))}`;
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
