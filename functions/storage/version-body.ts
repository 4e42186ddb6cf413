import { GetObjectCommand, type S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import type { Unreadable } from '#shared/validation/file-problems.ts';
import { unreadableCause } from './unreadable-object.ts';

/** Which version of which object. */
export interface ObjectVersion {
  readonly key: string;
  readonly versionId: string;
}

/**
 * The body of one version of an object as S3 streams it, or why nobody can read it; undefined where it was deleted for good.
 *
 * @param keyArn - the study's key; without it no key of KMS is taken for another's
 */
export async function versionBody(
  client: S3Client,
  bucket: string,
  { key, versionId }: ObjectVersion,
  keyArn?: string,
) {
  try {
    const { Body } = await client.send(
      new GetObjectCommand({ Bucket: bucket, Key: key, VersionId: versionId }),
    );
    if (Body === undefined) throw new Error('S3 answered without a body');
    return Body;
  } catch (error) {
    if (!(error instanceof S3ServiceException)) throw error;
    if (error.$metadata.httpStatusCode === 404) return undefined;
    const unreadable: Unreadable | undefined = unreadableCause(error, keyArn);
    if (unreadable === undefined) throw error;
    return unreadable;
  }
}
