import {
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  type S3Client,
} from '@aws-sdk/client-s3';
import { UPLOADS } from '#shared/storage/bucket-keys.ts';

export type ListUploads = ReturnType<typeof uploadsLister>;

/** Lists every upload that is in the bucket now with its current version; folders are not among them. */
export const uploadsLister =
  (client: S3Client, bucket: string) => async (): Promise<ReadonlyMap<string, string>> => {
    const uploads = new Map<string, string>();
    let page: ListObjectVersionsCommandOutput | undefined;
    do {
      page = await client.send(
        new ListObjectVersionsCommand({
          Bucket: bucket,
          Prefix: UPLOADS,
          KeyMarker: page?.NextKeyMarker,
          VersionIdMarker: page?.NextVersionIdMarker,
        }),
      );
      for (const { Key, VersionId, IsLatest } of page.Versions ?? []) {
        if (IsLatest === true && Key !== undefined && VersionId !== undefined && !Key.endsWith('/')) {
          uploads.set(Key, VersionId);
        }
      }
    } while (page.IsTruncated === true);
    return uploads;
  };
