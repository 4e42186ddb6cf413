import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MANIFEST_FILE } from '#shared/storage/bucket-keys.ts';

export const PROJECT = join(import.meta.dirname, '../..');
export const COHORT = join(PROJECT, 'test/cohort/thesis');
export const COMMAND = join(PROJECT, 'cdk/ctmri.js');

/** The tables that `ctmri compute` writes for a cohort, by file name, the manifest left out. */
export function computeLocally(cohort: string): Readonly<Record<string, string>> {
  const out = mkdtempSync(join(tmpdir(), 'ctmri-compute-'));
  try {
    execFileSync(process.execPath, [COMMAND, 'compute', cohort, '--out', out], { stdio: 'pipe' });
    const names = readdirSync(out).filter((name) => name !== MANIFEST_FILE);
    return Object.fromEntries(names.map((name) => [name, readFileSync(join(out, name), 'utf8')]));
  } finally {
    rmSync(out, { recursive: true });
  }
}
