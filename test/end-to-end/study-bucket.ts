import {
  DeleteObjectsCommand,
  GetBucketNotificationConfigurationCommand,
  ListObjectVersionsCommand,
  PutBucketNotificationConfigurationCommand,
} from '@aws-sdk/client-s3';
import { outputs, s3 } from './deployed-study.ts';
import { emptied } from './queues.ts';
import { allItems, deleteItems } from './study-table.ts';

const Bucket = outputs.BucketName;

interface ListedObject {
  readonly Key: string | undefined;
  readonly VersionId: string | undefined;
  /** A deletion, which has no content. */
  readonly isMarker: boolean;
}

/** Every version of every object, and every delete marker. */
export async function allVersions(): Promise<readonly ListedObject[]> {
  const found: ListedObject[] = [];
  let page: { NextKeyMarker?: string | undefined; NextVersionIdMarker?: string | undefined } = {};
  do {
    const listed = await s3.send(
      new ListObjectVersionsCommand({
        Bucket,
        KeyMarker: page.NextKeyMarker,
        VersionIdMarker: page.NextVersionIdMarker,
      }),
    );
    for (const { Key, VersionId } of listed.Versions ?? []) found.push({ Key, VersionId, isMarker: false });
    for (const { Key, VersionId } of listed.DeleteMarkers ?? [])
      found.push({ Key, VersionId, isMarker: true });
    page = listed;
  } while (page.NextKeyMarker !== undefined);
  return found;
}

/** Does something to the bucket that the upload queue is not told of. */
export async function withoutEvents(work: () => Promise<void>): Promise<void> {
  const { $metadata: _, ...notification } = await s3.send(
    new GetBucketNotificationConfigurationCommand({ Bucket }),
  );
  const announce = (configuration: typeof notification) =>
    s3.send(
      new PutBucketNotificationConfigurationCommand({ Bucket, NotificationConfiguration: configuration }),
    );
  await announce({});
  try {
    await work();
  } finally {
    await announce(notification);
  }
}

const MOST_AT_ONCE = 1000;

/** Makes the study what it is right after its first deployment. */
export async function emptyStudy(): Promise<void> {
  await emptied(outputs.UploadQueueUrl);
  await withoutEvents(async () => {
    const versions = await allVersions();
    for (let start = 0; start < versions.length; start += MOST_AT_ONCE) {
      const Objects = versions
        .slice(start, start + MOST_AT_ONCE)
        .map(({ Key, VersionId }) => ({ Key, VersionId }));
      await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
    }
  });
  await deleteItems(await allItems());
}
