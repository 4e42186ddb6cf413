import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { deleteVersions, type StoredVersion } from '#cdk/commands/erasure/stored-versions.ts';
import { answeringBucket } from '../answering-clients.ts';

const inputSchema = z.object({ Key: z.string(), VersionId: z.string() });
const version = (key: string, versionId: string, own: Partial<StoredVersion> = {}): StoredVersion => ({
  key,
  versionId,
  isLatest: false,
  isMarker: false,
  sizeInBytes: 1,
  ...own,
});
const marker = { isMarker: true, sizeInBytes: 0 };

/** The versions in the order in which S3 is asked to delete them. */
async function deleted(versions: readonly StoredVersion[]): Promise<readonly string[]> {
  const asked: string[] = [];
  const s3 = answeringBucket((_, input) => {
    const { Key, VersionId } = inputSchema.parse(input);
    asked.push(`${Key} ${VersionId}`);
    return { $metadata: {} };
  });
  await deleteVersions(s3, 'the-bucket', versions);
  return asked;
}

describe('versions that are deleted for good', () => {
  it('go from under a deletion before that, and what stands on top goes last', async () => {
    const replaced = [
      version('a', '4', { isLatest: true }),
      version('a', '3'),
      version('a', '2', marker),
      version('a', '1'),
    ];
    expect(await deleted(replaced)).toEqual(['a 3', 'a 1', 'a 2', 'a 4']);
  });

  it('of several files, none before those that lie under it', async () => {
    const withdrawn = [version('b', '2', { ...marker, isLatest: true }), version('b', '1')];
    const order = await deleted([...withdrawn, version('c', '2', { isLatest: true }), version('c', '1')]);
    expect(order).toEqual(['b 1', 'c 1', 'b 2', 'c 2']);
  });
});
