import { HeadObjectCommand, NotFound, type S3Client } from '@aws-sdk/client-s3';

/** Which object stands at a key now. */
export interface ObjectIdentity {
  readonly versionId: string;
  /** Given when the object is replaced, so that no other is. */
  readonly etag: string;
}

export type ReadIdentity = ReturnType<typeof identityReader>;

/** Undefined where there is no object; S3 says so only to a role that may list the bucket. */
export const identityReader =
  (client: S3Client, bucket: string) =>
  async (key: string): Promise<ObjectIdentity | undefined> => {
    try {
      const { VersionId, ETag } = await client.send(new HeadObjectCommand({ Bucket: bucket, Key: key }));
      if (VersionId === undefined || ETag === undefined)
        throw new Error('S3 answered without a version or an ETag');
      return { versionId: VersionId, etag: ETag };
    } catch (error) {
      if (error instanceof NotFound) return undefined;
      throw error;
    }
  };
