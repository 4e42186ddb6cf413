import { GetObjectCommand, type S3Client, S3ServiceException } from '@aws-sdk/client-s3';

export type ReadVersion = ReturnType<typeof versionReader>;

/** The bytes of one version of an object; undefined where it was deleted for good. */
export const versionReader =
  (client: S3Client, bucket: string) =>
  async (key: string, versionId: string): Promise<Uint8Array<ArrayBuffer> | undefined> => {
    try {
      const { Body } = await client.send(
        new GetObjectCommand({ Bucket: bucket, Key: key, VersionId: versionId }),
      );
      if (Body === undefined) throw new Error('S3 answered without a body');
      return Uint8Array.from(await Body.transformToByteArray());
    } catch (error) {
      const status = error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
      if (status === 404) return undefined;
      throw error;
    }
  };
