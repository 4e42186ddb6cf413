import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export type Files = Readonly<Record<string, string>>;

/** A lock file with these packages. */
export const lockOf = (packages: Readonly<Record<string, object>>): string =>
  JSON.stringify({ packages: { '': { version: '1.2.3' }, ...packages } });

/** Uses a folder with these files, which is there only for so long. */
export function inProject<Found>(files: Files, use: (root: string) => Found): Found {
  const root = mkdtempSync(join(tmpdir(), 'ctmri-project-'));
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    }
    return use(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}
