import {
  type DeleteMarkerEntry,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  type ObjectVersion,
  type S3Client,
} from '@aws-sdk/client-s3';
import {
  type ListedDeletion,
  type ListedVersion,
  type LiveVersions,
  liveVersions,
} from '#shared/storage/live-versions.ts';

export type ListVersions = ReturnType<typeof versionsLister>;
export type ListUploads = ReturnType<typeof uploadsLister>;
export type ListUnder = ReturnType<typeof prefixLister>;

const isKey = (key: string) => (other: string | undefined) => other === key;

/**
 * The live versions of one object; undefined where it is gone, or never was. S3 lists in the order of keys: this one comes
 * before all that begin with it, of which there may be very many.
 */
export const versionsLister =
  (client: S3Client, bucket: string) =>
  async (key: string): Promise<LiveVersions | undefined> =>
    (await listed(client, bucket, { prefix: key, isMeant: isKey(key), goesOnAfter: isKey(key) })).get(key);

/** The live versions of every object under a prefix, by key; folders are not among them. */
export const prefixLister =
  (client: S3Client, bucket: string) =>
  (prefix: string): Promise<ReadonlyMap<string, LiveVersions>> =>
    listed(client, bucket, { prefix, isMeant: (key) => !key.endsWith('/'), goesOnAfter: () => true });

export const uploadsLister =
  (client: S3Client, bucket: string, prefix: string) => (): Promise<ReadonlyMap<string, LiveVersions>> =>
    prefixLister(client, bucket)(prefix);

/** All that ever happened to every object under a prefix, by key, deletions too; folders are not among them. */
export const historiesLister =
  (client: S3Client, bucket: string) =>
  (prefix: string): Promise<ReadonlyMap<string, ObjectHistory>> =>
    histories(client, bucket, { prefix, isMeant: (key) => !key.endsWith('/'), goesOnAfter: () => true });

interface Wanted {
  readonly prefix: string;
  readonly isMeant: (key: string) => boolean;
  /** Whether a page that ends with this key is followed by another one that matters. */
  readonly goesOnAfter: (key: string | undefined) => boolean;
}

interface ObjectHistory {
  /** The newest first. */
  readonly versions: ListedVersion[];
  readonly deletions: ListedDeletion[];
}

async function listed(
  client: S3Client,
  bucket: string,
  wanted: Wanted,
): Promise<ReadonlyMap<string, LiveVersions>> {
  return new Map(
    [...(await histories(client, bucket, wanted))].flatMap(([key, { versions, deletions }]) => {
      const live = liveVersions(versions, deletions);
      return live === undefined ? [] : [[key, live] as const];
    }),
  );
}

async function histories(
  client: S3Client,
  bucket: string,
  { prefix, isMeant, goesOnAfter }: Wanted,
): Promise<ReadonlyMap<string, ObjectHistory>> {
  const found = new Map<string, ObjectHistory>();
  const historyOf = (key: string): ObjectHistory => {
    const history = found.get(key) ?? { versions: [], deletions: [] };
    found.set(key, history);
    return history;
  };
  let page: ListObjectVersionsCommandOutput | undefined;
  do {
    page = await client.send(
      new ListObjectVersionsCommand({
        Bucket: bucket,
        Prefix: prefix,
        KeyMarker: page?.NextKeyMarker,
        VersionIdMarker: page?.NextVersionIdMarker,
      }),
    );
    for (const version of page.Versions ?? []) {
      if (version.Key !== undefined && isMeant(version.Key))
        historyOf(version.Key).versions.push(versionOf(version));
    }
    for (const marker of page.DeleteMarkers ?? []) {
      if (marker.Key !== undefined && isMeant(marker.Key))
        historyOf(marker.Key).deletions.push(deletionOf(marker));
    }
  } while (page.IsTruncated === true && goesOnAfter(page.NextKeyMarker));
  return found;
}

function deletionOf({ LastModified, IsLatest }: DeleteMarkerEntry): ListedDeletion {
  if (LastModified === undefined) throw new Error('S3 listed a deletion without its time');
  return { lastModified: wholeSeconds(LastModified), isLatest: IsLatest === true };
}

function versionOf({ VersionId, LastModified, IsLatest, Size }: ObjectVersion): ListedVersion {
  if (VersionId === undefined || LastModified === undefined || Size === undefined) {
    throw new Error('S3 listed an object without its version, time or size');
  }
  return {
    versionId: VersionId,
    lastModified: wholeSeconds(LastModified),
    sizeInBytes: Size,
    isLatest: IsLatest === true,
  };
}

/** S3 keeps whole seconds; an emulator that knows more must not order objects otherwise than S3 would. */
const wholeSeconds = (time: Date): string => new Date(Math.floor(time.getTime() / 1000) * 1000).toISOString();
