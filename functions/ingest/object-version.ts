import { GetObjectCommand, type S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { type Unreadable, unreadableCause } from '#functions/storage/unreadable-object.ts';

export type ReadVersion = ReturnType<typeof versionReader>;

/**
 * The bytes of one version of an object, or why nobody can read them; undefined where it was deleted for good.
 *
 * @param keyArn - the study's key
 */
export const versionReader =
  (client: S3Client, bucket: string, keyArn: string) =>
  async (key: string, versionId: string): Promise<Uint8Array<ArrayBuffer> | Unreadable | undefined> => {
    try {
      const { Body } = await client.send(
        new GetObjectCommand({ Bucket: bucket, Key: key, VersionId: versionId }),
      );
      if (Body === undefined) throw new Error('S3 answered without a body');
      return Uint8Array.from(await Body.transformToByteArray());
    } catch (error) {
      if (!(error instanceof S3ServiceException)) throw error;
      if (error.$metadata.httpStatusCode === 404) return undefined;
      const unreadable = unreadableCause(error, keyArn);
      if (unreadable === undefined) throw error;
      return unreadable;
    }
  };
