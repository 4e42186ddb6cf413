import { type Log, PUBLISHED_RESULT_DIFFERS } from '#functions/log.ts';
import type { ReadText, WriteOver } from '#functions/storage/conditional-object.ts';
import { inParallel } from '#functions/storage/in-parallel.ts';
import { isOfTheSame, manifestText } from '#shared/publication/manifest.ts';
import type { Result } from '#shared/publication/result-computation.ts';
import { MANIFEST_FILE, resultFolder } from '#shared/storage/bucket-keys.ts';

const FILES_AT_ONCE = 8;

export interface PublishFilePorts {
  readonly log: Log;
  readonly readText: ReadText;
  readonly writeOver: WriteOver;
}

/** Writes the files of a result, each once; one that was altered since is set right. The manifest comes last: where it stands, every table does. */
export async function publishFiles(
  ports: PublishFilePorts,
  id: string,
  { tables, manifest }: Result,
): Promise<'published' | 'overtaken'> {
  let isOvertaken = false;
  await inParallel(tables, FILES_AT_ONCE, async ([file, content]) => {
    if ((await publishFile(ports, id, file, content)) === 'overtaken') isOvertaken = true;
  });
  return isOvertaken ? 'overtaken' : publishFile(ports, id, MANIFEST_FILE, manifestText(manifest));
}

/**
 * Writes a file once. A table that is there already must be the same, or it is said to differ and written over: its name
 * stands for the files and the code that it is made of. A manifest tells the time, so the first one stays.
 */
async function publishFile(
  { log, readText, writeOver }: PublishFilePorts,
  id: string,
  file: string,
  content: string,
): Promise<'published' | 'overtaken'> {
  const key = resultFolder(id) + file;
  const contentType = file.endsWith('.json') ? 'application/json' : 'text/csv; charset=utf-8';
  const write = async (over: string | null) =>
    (await writeOver({ key, body: content, contentType }, over)) === 'overtaken' ? 'overtaken' : 'published';
  if ((await write(null)) === 'published') return 'published';
  const published = await readText(key);
  // S3 refuses a write with 409 because of another at the same moment, which may have failed too: then nothing is there.
  if (published === undefined) return 'overtaken';
  const isSame = file === MANIFEST_FILE ? isOfTheSame : Object.is;
  if (isSame(published.text, content)) return 'published';
  log(PUBLISHED_RESULT_DIFFERS, { id, file });
  return write(published.etag);
}
