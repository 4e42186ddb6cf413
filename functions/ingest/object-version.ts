import type { S3Client } from '@aws-sdk/client-s3';
import { versionBody } from '#functions/storage/version-body.ts';
import type { Unreadable } from '#shared/validation/file-problems.ts';

export type ReadVersion = ReturnType<typeof versionReader>;

/**
 * The bytes of one version of an object, or why nobody can read them; undefined where it was deleted for good.
 *
 * @param keyArn - the study's key
 */
export const versionReader =
  (client: S3Client, bucket: string, keyArn: string) =>
  async (key: string, versionId: string): Promise<Uint8Array<ArrayBuffer> | Unreadable | undefined> => {
    const body = await versionBody(client, bucket, { key, versionId }, keyArn);
    if (body === undefined || typeof body === 'string') return body;
    return Uint8Array.from(await body.transformToByteArray());
  };
