import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const valuesScript = fileURLToPath(new URL('./r-values.R', import.meta.url));

/** Runs `r-values.R`, on the files of another folder when one is named. */
export function runValuesScript(given: readonly string[], folder?: string): SpawnSyncReturns<string> {
  const env = folder === undefined ? process.env : { ...process.env, R_FIXTURES: folder };
  return spawnSync('Rscript', [valuesScript, ...given], { encoding: 'utf8', env });
}

/** Why R cannot make the values of these kinds (of all when none is named) and how to help it; null when it can. */
export function obstacleToR(...kinds: readonly string[]): string | null {
  const { error, status, stderr } = runValuesScript(['--packages', ...kinds]);
  if (error !== undefined) return 'Rscript is not installed: apt-get install r-base-core r-cran-jsonlite';
  return status === 0 ? null : stderr.trim();
}
