import { GetObjectCommand, NoSuchKey, type S3Client } from '@aws-sdk/client-s3';

/** The bucket's current object at a key: its version and its bytes come from the same read. */
export interface UploadedObject {
  readonly versionId: string;
  readonly sizeInBytes: number;
  readonly bytes: () => Promise<Uint8Array<ArrayBuffer>>;
  /** Closes the connection, where the bytes are not read. */
  readonly discard: () => Promise<void>;
}

export type ReadObject = ReturnType<typeof objectReader>;

/** Undefined where there is no object; S3 says so only to a role that may list the bucket. */
export const objectReader =
  (client: S3Client, bucket: string) =>
  async (key: string): Promise<UploadedObject | undefined> => {
    try {
      const { VersionId, ContentLength, Body } = await client.send(
        new GetObjectCommand({ Bucket: bucket, Key: key }),
      );
      if (VersionId === undefined || ContentLength === undefined || Body === undefined) {
        throw new Error('S3 answered without a version, a length or a body');
      }
      return {
        versionId: VersionId,
        sizeInBytes: ContentLength,
        bytes: async () => Uint8Array.from(await Body.transformToByteArray()),
        discard: async () => Body.transformToWebStream().cancel(),
      };
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  };
