import { DeleteObjectCommand, paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';
import type { ResultFile } from '#shared/publication/results-to-clear.ts';
import { RESULT_ID, RESULTS } from '#shared/storage/bucket-keys.ts';

export type ListResultFiles = ReturnType<typeof resultFilesLister>;
export type DeleteObject = ReturnType<typeof objectDeleter>;

/** Every file of every result, without what stands beside them: the names of the latest one and of those that are frozen. */
export const resultFilesLister =
  (client: S3Client, bucket: string) => async (): Promise<readonly ResultFile[]> => {
    const files: ResultFile[] = [];
    const pages = paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: RESULTS });
    for await (const { Contents = [] } of pages) {
      for (const { Key: key = '', LastModified } of Contents) {
        const [id = '', ...path] = key.slice(RESULTS.length).split('/');
        if (!RESULT_ID.test(id) || LastModified === undefined) continue;
        files.push({ id, file: path.join('/'), key, writtenAt: LastModified.toISOString() });
      }
    }
    return files;
  };

/** Puts a deletion on top of an object; its version stays as long as the bucket keeps replaced ones. */
export const objectDeleter =
  (client: S3Client, bucket: string) =>
  async (key: string): Promise<void> => {
    await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
  };
