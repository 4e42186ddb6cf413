import { HeadObjectCommand, NotFound, type S3Client } from '@aws-sdk/client-s3';

/** What tells an object from what stood at its key before, or will after. */
export interface ObjectIdentity {
  readonly versionId: string;
  /** What guards its replacement. */
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
