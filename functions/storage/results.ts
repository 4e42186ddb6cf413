import { paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';
import { parseJson } from '#shared/json.ts';
import { type FrozenResult, frozenResultSchema } from '#shared/publication/frozen-result.ts';
import type { LatestResult } from '#shared/publication/latest-result.ts';
import { isAsNamed, type Manifest, manifestSchema } from '#shared/publication/manifest.ts';
import {
  FROZEN,
  frozenKey,
  MANIFEST_FILE,
  RESULT_ID,
  RESULTS,
  resultFolder,
} from '#shared/storage/bucket-keys.ts';
import { conditionalWriter, type ReadText, textReader, type Written } from './conditional-object.ts';
import { readLatest } from './stored-latest.ts';

export type ListFrozen = ReturnType<typeof frozenLister>;

/** Which result is published now; undefined before the first one. */
export const latestReader =
  (client: S3Client, bucket: string) => async (): Promise<LatestResult | undefined> =>
    (await readLatest(textReader(client, bucket)))?.content;

/** The ids of the results in the bucket that begin so, in their order. */
export const resultIdsLister =
  (client: S3Client, bucket: string) =>
  async (prefix = ''): Promise<readonly string[]> => {
    const ids: string[] = [];
    const pages = paginateListObjectsV2(
      { client },
      { Bucket: bucket, Prefix: `${RESULTS}${prefix}`, Delimiter: '/' },
    );
    for await (const { CommonPrefixes = [] } of pages) {
      for (const { Prefix = '' } of CommonPrefixes) {
        const id = Prefix.slice(RESULTS.length, -1);
        if (RESULT_ID.test(id)) ids.push(id);
      }
    }
    return ids;
  };

/** A result's manifest; undefined where it is not there, since it is written last. */
export const manifestReader =
  (client: S3Client, bucket: string) =>
  async (id: string): Promise<Manifest | undefined> => {
    const stored = await textReader(client, bucket)(resultFolder(id) + MANIFEST_FILE);
    return stored && manifestSchema.parse(JSON.parse(stored.text));
  };

/** What a name stands for; undefined where no result is frozen under it. */
export const frozenReader =
  (client: S3Client, bucket: string) =>
  async (name: string): Promise<FrozenResult | undefined> => {
    const stored = await textReader(client, bucket)(frozenKey(name));
    return stored && frozenResultSchema.parse(parseJson(stored.text));
  };

/** Freezes a result under a name that is free; `overtaken` where it is not. */
export const frozenWriter =
  (client: S3Client, bucket: string) =>
  (frozen: FrozenResult): Promise<Written> => {
    const body = `${JSON.stringify(frozen, null, 1)}\n`;
    const object = { key: frozenKey(frozen.name), body, contentType: 'application/json' };
    return conditionalWriter(client, bucket)(object, null);
  };

/** Every frozen result, in order of its name. */
export const frozenLister =
  (client: S3Client, bucket: string) => async (): Promise<readonly FrozenResult[]> => {
    const read = frozenReader(client, bucket);
    const frozen: FrozenResult[] = [];
    for await (const { Contents = [] } of paginateListObjectsV2(
      { client },
      { Bucket: bucket, Prefix: FROZEN },
    )) {
      for (const { Key = '' } of Contents) {
        if (!Key.endsWith('.json')) continue;
        const found = await read(Key.slice(FROZEN.length, -'.json'.length));
        if (found !== undefined) frozen.push(found);
      }
    }
    return frozen;
  };

/** The first table file of a result that is missing, or not the one that its manifest names; undefined where it is whole. */
export async function alteredFile(readText: ReadText, manifest: Manifest): Promise<string | undefined> {
  for (const { file } of manifest.tables) {
    const stored = await readText(resultFolder(manifest.id) + file);
    if (stored === undefined || !(await isAsNamed(manifest, file, stored.text))) return file;
  }
  return undefined;
}
