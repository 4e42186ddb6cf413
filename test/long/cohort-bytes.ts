import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lastLine, run } from '#cdk/localstack/install/run.ts';
import { MANIFEST_FILE } from '#shared/storage/bucket-keys.ts';
import { SAMPLE_COHORTS_FOLDER } from '#test/sample-cohorts.ts';

const PROJECT = join(import.meta.dirname, '../..');
const COMMAND = join(PROJECT, 'cdk/ctmri.js');

/** Files by name, each as its bytes in hexadecimal or, for the manifest, its text. */
export type Computed = ReadonlyMap<string, string>;

/** When a result was computed, and how long it took, is all that may differ between two. */
const withoutTimes = (manifest: string): string =>
  manifest
    .replaceAll(/"(computedAt|at)": "[^"]*"/g, '"$1": "…"')
    .replaceAll(/"milliseconds": [\d.]+/g, '"milliseconds": 0');

/**
 * What `ctmri compute` writes of a cohort.
 *
 * @param node the command that is Node, which may be an emulator on another processor's
 * @throws Error where it writes nothing
 */
export async function computedBy(node: readonly string[], cohort: string): Promise<Computed> {
  const out = mkdtempSync(join(tmpdir(), 'ctmri-bytes-'));
  try {
    const folder = join(SAMPLE_COHORTS_FOLDER, cohort);
    const { INIT_CWD: _, ...environment } = process.env;
    const { output } = await run([...node, COMMAND, 'compute', folder, '--out', out], environment);
    const names = readdirSync(out);
    // A refused file leaves the tables of the others, so the exit status alone does not tell.
    if (!names.includes(MANIFEST_FILE)) throw new Error(`${cohort}: ${lastLine(output)}`);
    return new Map(
      names.map((name) => {
        const bytes = readFileSync(join(out, name));
        return [name, name === MANIFEST_FILE ? withoutTimes(bytes.toString()) : bytes.toString('hex')];
      }),
    );
  } finally {
    rmSync(out, { recursive: true });
  }
}

/** The names of the files that only one of the two has, or that are not the same in both. */
export const differing = (one: Computed, other: Computed): readonly string[] =>
  [...new Set([...one.keys(), ...other.keys()])].filter((name) => one.get(name) !== other.get(name)).sort();
