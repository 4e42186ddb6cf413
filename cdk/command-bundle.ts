import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, LOCK, PROJECT, sourceFiles } from './fingerprint.ts';

/** The command line among the sources. */
export const COMMAND_LINE = 'cdk/command-line.ts';
const BUNDLED_FOLDERS = ['cdk', 'shared', 'functions'];

/** Where bundles of the commands lie, from the project's folder. */
export const BUNDLES = 'node_modules/.cache/ctmri-bundles';

/** The folder of the bundle of these very sources and packages: its name says what they hold. */
export const bundleOfNow = (root: string): string =>
  join(
    root,
    BUNDLES,
    fingerprint(root, sourceFiles(root, BUNDLED_FOLDERS), readFileSync(join(root, LOCK), 'utf8')),
  );

/**
 * What starts a command: the bundle that `npm ci` made, where nothing has changed since, and else the sources. They do the same;
 * the bundle is a few files where the sources and their packages are 900, which takes Node longer than a small study.
 *
 * @param root - the project's folder
 */
export function commandLine(root: string = PROJECT): string {
  const bundled = join(bundleOfNow(root), 'command-line.mjs');
  return existsSync(bundled) ? bundled : join(root, COMMAND_LINE);
}
