import {
  type DeleteMarkerEntry,
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectVersionsCommand,
  type ObjectVersion,
} from '@aws-sdk/client-s3';
import { whileSilenced } from '#test/localstack/silenced-bucket.ts';
import { outputs, s3 } from './deployed-study.ts';
import { emptied } from './queues.ts';
import { allItems, deleteItems } from './study-table.ts';

const Bucket = outputs.BucketName;

interface ListedObject {
  readonly Key: string | undefined;
  readonly VersionId: string | undefined;
  readonly lastModified: Date;
  readonly isLatest: boolean;
  /** A deletion, which has no content. */
  readonly isMarker: boolean;
}

/** Every version of every object, and every delete marker; or of those under a prefix. Each of the two the newest first. */
export async function allVersions(prefix = ''): Promise<readonly ListedObject[]> {
  const found: ListedObject[] = [];
  let page: { NextKeyMarker?: string | undefined; NextVersionIdMarker?: string | undefined } = {};
  do {
    const listed = await s3.send(
      new ListObjectVersionsCommand({
        Bucket,
        Prefix: prefix,
        KeyMarker: page.NextKeyMarker,
        VersionIdMarker: page.NextVersionIdMarker,
      }),
    );
    found.push(...(listed.Versions ?? []).map((version) => listedObject(version, false)));
    found.push(...(listed.DeleteMarkers ?? []).map((marker) => listedObject(marker, true)));
    page = listed;
  } while (page.NextKeyMarker !== undefined);
  return found;
}

const listedObject = (
  { Key, VersionId, LastModified = new Date(0), IsLatest = false }: ObjectVersion | DeleteMarkerEntry,
  isMarker: boolean,
): ListedObject => ({ Key, VersionId, lastModified: LastModified, isLatest: IsLatest, isMarker });

/** The bytes of a version that is no marker. */
export async function bytesOf({
  Key,
  VersionId,
}: Pick<ListedObject, 'Key' | 'VersionId'>): Promise<Uint8Array<ArrayBuffer>> {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key, VersionId }));
  if (Body === undefined) throw new Error('S3 answered without a body');
  return new Uint8Array(await Body.transformToByteArray());
}

/** Does something to the bucket that the upload queue is not told of. */
export const withoutEvents = (work: () => Promise<void>): Promise<void> => whileSilenced(s3, Bucket, work);

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
