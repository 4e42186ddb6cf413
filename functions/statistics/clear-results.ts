import type { Log } from '#functions/log.ts';
import type { ReadText } from '#functions/storage/conditional-object.ts';
import { inParallel } from '#functions/storage/in-parallel.ts';
import type { DeleteObject, ListResultFiles } from '#functions/storage/result-files.ts';
import type { ListFrozen } from '#functions/storage/results.ts';
import { readLatest } from '#functions/storage/stored-latest.ts';
import { resultsToClear } from '#shared/publication/results-to-clear.ts';
import { MANIFEST_FILE } from '#shared/storage/bucket-keys.ts';

export interface ClearPorts {
  readonly now: () => Date;
  readonly log: Log;
  readonly readText: ReadText;
  readonly listResultFiles: ListResultFiles;
  readonly listFrozen: ListFrozen;
  readonly deleteObject: DeleteObject;
}

const FILES_AT_ONCE = 8;

/**
 * Deletes the tables and pages of results that nobody needs any more (see `resultsToClear`). A manifest stays: it names the
 * exact versions from which `reproduce` computes the tables again, and what they must be.
 */
export async function clearResults(ports: ClearPorts): Promise<void> {
  const files = await ports.listResultFiles();
  const latest = await readLatest(ports.readText);
  // Where nobody can say which result is the latest, none is safe.
  if (latest?.content === undefined) return;
  const frozen = (await ports.listFrozen()).map(({ id }) => id);
  const cleared = resultsToClear(files, [latest.content.id, ...frozen], ports.now());
  const keys = files.flatMap(({ id, file, key }) => (cleared.has(id) && file !== MANIFEST_FILE ? [key] : []));
  await inParallel(keys, FILES_AT_ONCE, ports.deleteObject);
  ports.log('results-cleared', { results: cleared.size, files: keys.length });
}
