import type { Log } from '#functions/log.ts';
import type { ReadText, WriteOver } from '#functions/storage/conditional-object.ts';
import { inParallel } from '#functions/storage/in-parallel.ts';
import type { DeleteObject, ListResultFiles } from '#functions/storage/result-files.ts';
import type { ListFrozen } from '#functions/storage/results.ts';
import { readLatest } from '#functions/storage/stored-latest.ts';
import { resultsToClear } from '#shared/publication/results-to-clear.ts';
import { TABLES_FILE } from '#shared/publication/table-files.ts';
import { MANIFEST_FILE, resultFolder } from '#shared/storage/bucket-keys.ts';

export interface ClearPorts {
  readonly now: () => Date;
  readonly log: Log;
  readonly readText: ReadText;
  readonly writeOver: WriteOver;
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
  const due = resultsToClear(files, [latest.content.id, ...frozen], ports.now());
  const [results, keys]: [string[], string[]] = [[], []];
  for (const id of due) {
    if (!(await withoutTables(ports, id))) continue;
    results.push(id);
    keys.push(...files.flatMap((one) => (one.id === id && one.file !== MANIFEST_FILE ? [one.key] : [])));
  }
  await inParallel(keys, FILES_AT_ONCE, ports.deleteObject);
  ports.log('results-cleared', { results: results.length, files: keys.length });
}

/**
 * Takes the file away by which a result is told to be whole, and puts it back where somebody has frozen the result meanwhile:
 * who freezes one looks for that file once more after the name is written, so one of the two sees the other.
 *
 * @returns whether the rest may go
 */
async function withoutTables(ports: ClearPorts, id: string): Promise<boolean> {
  const key = resultFolder(id) + TABLES_FILE;
  const tables = await ports.readText(key);
  await ports.deleteObject(key);
  const isFrozen = (await ports.listFrozen()).some((frozen) => frozen.id === id);
  if (isFrozen && tables !== undefined) {
    await ports.writeOver({ key, body: tables.text, contentType: 'application/json' }, null);
  }
  return !isFrozen;
}
