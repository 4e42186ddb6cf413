import type { ListObjectVersionsCommandOutput } from '@aws-sdk/client-s3';
import * as z from 'zod';
import type { Bucket, ListedVersion } from './bucket.ts';
import { BUCKET } from './names.ts';

/** Small, so that every listing of a test has several pages. */
const VERSIONS_PER_PAGE = 3;

// Strict: a parameter that the model does not know must not be passed over.
export const listSchema = z.strictObject({
  Bucket: z.literal(BUCKET),
  Prefix: z.string(),
  KeyMarker: z.string().optional(),
  VersionIdMarker: z.string().optional(),
  MaxKeys: z.number().int().positive().optional(),
});

const entry = ({ key, versionId, lastModified, sizeInBytes, isLatest }: ListedVersion) => ({
  Key: key,
  VersionId: versionId,
  LastModified: lastModified,
  IsLatest: isLatest,
  // A marker has none.
  ...(sizeInBytes === undefined ? {} : { Size: sizeInBytes }),
});

/**
 * What S3 answers to ListObjectVersions: versions and markers together fill a page, and the SDK hands them out as two
 * lists, so nothing but LastModified and IsLatest tells in what order they came. A prefix is no key: what merely
 * begins so is there too.
 */
export function listedVersions(
  bucket: Bucket,
  { Prefix, KeyMarker, VersionIdMarker, MaxKeys = VERSIONS_PER_PAGE }: z.infer<typeof listSchema>,
): ListObjectVersionsCommandOutput {
  const all = bucket.listVersions(Prefix);
  const isPast = ({ key, versionId }: ListedVersion) =>
    KeyMarker !== undefined &&
    (key < KeyMarker || (key === KeyMarker && [undefined, versionId].includes(VersionIdMarker)));
  // A marker that is gone by now: on with the next key.
  const marked = all.findLastIndex(isPast);
  const gone = !all.some(({ key, versionId }) => key === KeyMarker && versionId === VersionIdMarker);
  const rest = all.slice(marked + 1).filter(({ key }) => !(gone && key === KeyMarker));
  const page = rest.slice(0, Math.min(MaxKeys, VERSIONS_PER_PAGE));
  const last = page.at(-1);
  const more = page.length < rest.length;
  return {
    $metadata: { httpStatusCode: 200 },
    Versions: page.filter(({ isMarker }) => !isMarker).map(entry),
    DeleteMarkers: page.filter(({ isMarker }) => isMarker).map(entry),
    IsTruncated: more,
    NextKeyMarker: more ? last?.key : undefined,
    NextVersionIdMarker: more ? last?.versionId : undefined,
  };
}
