import { GetObjectCommand, S3ServiceException } from '@aws-sdk/client-s3';
import type { StudyBucket } from './study-connection.ts';

/** The bytes of exactly one version of an object; undefined where it was deleted for good. */
export async function readVersion(
  { s3, outputs }: StudyBucket,
  { key, versionId }: { readonly key: string; readonly versionId: string },
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const { Body } = await s3.send(
      new GetObjectCommand({ Bucket: outputs.BucketName, Key: key, VersionId: versionId }),
    );
    if (Body === undefined) throw new Error(`${key} came without a body`);
    return Uint8Array.from(await Body.transformToByteArray());
  } catch (error) {
    // S3 says NoSuchVersion, for which the SDK has no class; NoSuchKey where the object is gone whole.
    if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return undefined;
    throw error;
  }
}
