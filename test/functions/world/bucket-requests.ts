import {
  type HeadObjectCommandOutput,
  NoSuchKey,
  NotFound,
  S3ServiceException,
  type ServiceOutputTypes,
} from '@aws-sdk/client-s3';
import * as z from 'zod';
import { LARGEST_FILE_BYTES } from '#shared/validation/limits.ts';
import type { Bucket, ListedVersion, StoredObject } from './bucket.ts';
import { BUCKET } from './names.ts';
import type { Manner } from './run.ts';

/** Small, so that every listing of a test has several pages. */
const VERSIONS_PER_PAGE = 3;

// Strict: a parameter that the model does not know must not be passed over.
const readSchema = z.strictObject({ Bucket: z.literal(BUCKET), Key: z.string() });
const putSchema = z.strictObject({
  Bucket: z.literal(BUCKET),
  Key: z.string(),
  Body: z.union([z.string(), z.instanceof(Uint8Array)]),
  ContentType: z.string(),
  IfMatch: z.string().optional(),
  IfNoneMatch: z.literal('*').optional(),
});
const listSchema = z.strictObject({
  Bucket: z.literal(BUCKET),
  Prefix: z.string(),
  KeyMarker: z.string().optional(),
  VersionIdMarker: z.string().optional(),
});

/** What S3 answers to a command. */
export function answerOfS3(
  bucket: Bucket,
  command: string,
  input: unknown,
  manner: Manner,
): ServiceOutputTypes {
  switch (command) {
    case 'GetObjectCommand': {
      const object = bucket.current(readSchema.parse(input).Key);
      if (object === undefined) throw new NoSuchKey({ message: 'The key does not exist.', ...status(404) });
      return { ...described(object), Body: bodyOf(object) };
    }
    case 'HeadObjectCommand': {
      const object = bucket.current(readSchema.parse(input).Key);
      if (object === undefined) throw new NotFound({ message: 'UnknownError', ...status(404) });
      return described(object);
    }
    case 'PutObjectCommand':
      return put(bucket, putSchema.parse(input), manner);
    case 'ListObjectVersionsCommand':
      return listed(bucket, listSchema.parse(input));
    default:
      throw new Error(`the model of S3 has no ${command}`);
  }
}

const status = (httpStatusCode: number) => ({ $metadata: { httpStatusCode } });

const described = ({ versionId, etag, bytes }: StoredObject): HeadObjectCommandOutput => ({
  ...status(200),
  VersionId: versionId,
  ETag: etag,
  ContentLength: bytes.length,
});

/** The bytes as they were when the read was answered, whatever happens to the key later. */
const bodyOf = ({ bytes }: StoredObject) =>
  Object.assign(new Blob([]), {
    transformToByteArray: async () => {
      if (bytes.length > LARGEST_FILE_BYTES) throw new Error('these bytes may not fit into memory');
      return bytes.slice();
    },
    transformToString: async (encoding?: string) => new TextDecoder(encoding).decode(bytes),
    transformToWebStream: () => new ReadableStream(),
  });

function put(
  bucket: Bucket,
  { Key, Body, ContentType, IfMatch, IfNoneMatch }: z.infer<typeof putSchema>,
  manner: Manner,
): ServiceOutputTypes {
  const before = bucket.current(Key);
  const conditional = IfMatch !== undefined || IfNoneMatch !== undefined;
  if (conditional && manner === 'raced') throw refusal('ConditionalRequestConflict', 409);
  if (IfMatch !== undefined && before === undefined) throw refusal('NoSuchKey', 404);
  if (IfMatch !== undefined && before?.etag !== IfMatch) throw refusal('PreconditionFailed', 412);
  if (IfNoneMatch !== undefined && before !== undefined) throw refusal('PreconditionFailed', 412);
  const bytes = typeof Body === 'string' ? new TextEncoder().encode(Body) : Uint8Array.from(Body);
  const { versionId, etag } = bucket.put(Key, bytes, ContentType);
  return { ...status(200), VersionId: versionId, ETag: etag };
}

const refusal = (name: string, httpStatusCode: number) =>
  new S3ServiceException({ name, message: name, $fault: 'client', ...status(httpStatusCode) });

function listed(
  bucket: Bucket,
  { Prefix, KeyMarker, VersionIdMarker }: z.infer<typeof listSchema>,
): ServiceOutputTypes {
  const all = bucket.listVersions(Prefix);
  const isMarked = ({ key, versionId }: ListedVersion) => key === KeyMarker && versionId === VersionIdMarker;
  // A marker that is gone by now: on with the next key.
  const marked = all.findLastIndex(
    (version) => isMarked(version) || (KeyMarker !== undefined && version.key < KeyMarker),
  );
  const page = all.slice(marked + 1, marked + 1 + VERSIONS_PER_PAGE);
  const last = page.at(-1);
  const more = marked + 1 + page.length < all.length;
  return {
    ...status(200),
    Versions: page.map(({ key, versionId, isLatest }) => ({
      Key: key,
      VersionId: versionId,
      IsLatest: isLatest,
    })),
    IsTruncated: more,
    NextKeyMarker: more ? last?.key : undefined,
    NextVersionIdMarker: more ? last?.versionId : undefined,
  };
}
