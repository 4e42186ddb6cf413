import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const valuesScript = fileURLToPath(new URL('./r-values.R', import.meta.url));

/** Runs `r-values.R`, on the files of another folder when one is named. */
export function runValuesScript(given: readonly string[], folder?: string): SpawnSyncReturns<string> {
  const env = folder === undefined ? process.env : { ...process.env, R_FIXTURES: folder };
  return spawnSync('Rscript', [valuesScript, ...given], { encoding: 'utf8', env });
}

/** Exit code of `r-values.R` when R lacks a package; it then says which, and how to get it. */
const lacksPackages = 3;

/** Why a run could not answer anything, and what to install; null when it could. */
export function obstacle({ error, status, stderr }: SpawnSyncReturns<string>): string | null {
  if (error !== undefined) return 'Rscript is not installed: apt-get install r-base-core r-cran-jsonlite';
  return status === lacksPackages ? stderr.trim() : null;
}
