import { paginateListObjectsV2 } from '@aws-sdk/client-s3';
import { textReader } from '#functions/storage/conditional-object.ts';
import { type FrozenResult, frozenResultSchema } from '#shared/publication/frozen-result.ts';
import { FROZEN, frozenKey } from '#shared/storage/bucket-keys.ts';
import type { StudyBucket } from './study-connection.ts';

/** What a name stands for; undefined where no result is frozen under it. */
export async function readFrozen(
  { s3, outputs }: StudyBucket,
  name: string,
): Promise<FrozenResult | undefined> {
  const stored = await textReader(s3, outputs.BucketName)(frozenKey(name));
  return stored && frozenResultSchema.parse(JSON.parse(stored.text));
}

/** Every frozen result, in order of its name. */
export async function frozenResults(bucket: StudyBucket): Promise<readonly FrozenResult[]> {
  const frozen: FrozenResult[] = [];
  const pages = paginateListObjectsV2(
    { client: bucket.s3 },
    { Bucket: bucket.outputs.BucketName, Prefix: FROZEN },
  );
  for await (const { Contents = [] } of pages) {
    for (const { Key = '' } of Contents) {
      if (!Key.endsWith('.json')) continue;
      const found = await readFrozen(bucket, Key.slice(FROZEN.length, -'.json'.length));
      if (found !== undefined) frozen.push(found);
    }
  }
  return frozen;
}
