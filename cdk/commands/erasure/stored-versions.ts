import {
  type DeleteMarkerEntry,
  DeleteObjectCommand,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  type ObjectVersion,
  type S3Client,
} from '@aws-sdk/client-s3';
import { inParallel } from '#functions/storage/in-parallel.ts';
import { UPLOADS } from '#shared/storage/bucket-keys.ts';

/** A version of an object, or the marker of a deletion. */
export interface StoredVersion {
  readonly key: string;
  readonly versionId: string;
  readonly isLatest: boolean;
  readonly isMarker: boolean;
  /** 0 for a marker. */
  readonly sizeInBytes: number;
}

const DELETIONS_AT_ONCE = 8;

/** Every version and marker under a prefix, of each key the newest version first. */
export async function storedVersions(
  s3: S3Client,
  bucket: string,
  prefix: string,
): Promise<readonly StoredVersion[]> {
  const found: StoredVersion[] = [];
  let page: ListObjectVersionsCommandOutput | undefined;
  do {
    page = await s3.send(
      new ListObjectVersionsCommand({
        Bucket: bucket,
        Prefix: prefix,
        KeyMarker: page?.NextKeyMarker,
        VersionIdMarker: page?.NextVersionIdMarker,
      }),
    );
    for (const version of page.Versions ?? []) found.push(stored(version, false, version.Size ?? 0));
    for (const marker of page.DeleteMarkers ?? []) found.push(stored(marker, true, 0));
  } while (page.IsTruncated === true);
  return found;
}

/** The centres in whose folders something is, or was and has versions. */
export async function foldersWithVersions(s3: S3Client, bucket: string): Promise<readonly string[]> {
  const centres = (await storedVersions(s3, bucket, UPLOADS)).flatMap(({ key }) => {
    const [centre, ...name] = key.slice(UPLOADS.length).split('/');
    return centre === undefined || name.length === 0 ? [] : [centre];
  });
  return [...new Set(centres)];
}

function stored(
  { Key, VersionId, IsLatest }: ObjectVersion | DeleteMarkerEntry,
  isMarker: boolean,
  sizeInBytes: number,
): StoredVersion {
  if (Key === undefined || VersionId === undefined) throw new Error('S3 listed a version without its name');
  return { key: Key, versionId: VersionId, isLatest: IsLatest === true, isMarker, sizeInBytes };
}

/**
 * Deletes versions for good. What stands on top goes last, and markers after the versions beneath them: at no moment
 * does an older version of a file count again. Whoever uploads meanwhile loses nothing, for each version is named.
 */
export async function deleteVersions(
  s3: S3Client,
  bucket: string,
  versions: readonly StoredVersion[],
): Promise<void> {
  const steps: readonly ((version: StoredVersion) => boolean)[] = [
    ({ isLatest, isMarker }) => !isLatest && !isMarker,
    ({ isLatest, isMarker }) => !isLatest && isMarker,
    ({ isLatest }) => isLatest,
  ];
  for (const isOfStep of steps) {
    await inParallel(versions.filter(isOfStep), DELETIONS_AT_ONCE, async ({ key, versionId }) => {
      await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: key, VersionId: versionId }));
    });
  }
}
