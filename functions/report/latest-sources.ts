import { type Log, PUBLISHED_RESULT_DIFFERS } from '#functions/log.ts';
import type { ReadText } from '#functions/storage/conditional-object.ts';
import { readLatest } from '#functions/storage/stored-latest.ts';
import { parseJson } from '#shared/json.ts';
import { isAsNamed, manifestSchema } from '#shared/publication/manifest.ts';
import { TABLES_FILE } from '#shared/publication/table-files.ts';
import { MANIFEST_FILE, resultFolder } from '#shared/storage/bucket-keys.ts';

export interface SourcePorts {
  readonly log: Log;
  readonly readText: ReadText;
}

/** What a report is made from, as it is published. */
export interface ReportSources {
  readonly id: string;
  /** ISO 8601. */
  readonly publishedAt: string;
  readonly tables: string;
  readonly manifest: string;
}

/** The id of the latest result; undefined where nothing is published. */
export async function latestId({ readText }: Pick<SourcePorts, 'readText'>): Promise<string | undefined> {
  return (await readLatest(readText))?.content?.id;
}

/**
 * The latest result. Undefined, with a line in the log, where there is none, or not the whole of it, or where its manifest
 * is none, or does not name these tables: there is nothing to try again here, and no page may quote such figures.
 */
export async function latestSources(ports: SourcePorts): Promise<ReportSources | undefined> {
  const { log, readText } = ports;
  const latest = (await readLatest(readText))?.content;
  if (latest === undefined) {
    log('nothing-published');
    return undefined;
  }
  const { id, publishedAt } = latest;
  const tables = await readText(resultFolder(id) + TABLES_FILE);
  const manifest = await readText(resultFolder(id) + MANIFEST_FILE);
  if (tables === undefined || manifest === undefined) {
    log('result-incomplete', { id, file: tables === undefined ? TABLES_FILE : MANIFEST_FILE });
    return undefined;
  }
  const named = manifestSchema.safeParse(parseJson(manifest.text));
  if (!named.success) {
    log(PUBLISHED_RESULT_DIFFERS, { id, file: MANIFEST_FILE });
    return undefined;
  }
  if (!(await isAsNamed(named.data, TABLES_FILE, tables.text))) {
    log(PUBLISHED_RESULT_DIFFERS, { id, file: TABLES_FILE });
    return undefined;
  }
  return { id, publishedAt, tables: tables.text, manifest: manifest.text };
}
