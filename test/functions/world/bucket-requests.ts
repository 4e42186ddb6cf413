import {
  type HeadObjectCommandOutput,
  NoSuchKey,
  NotFound,
  S3ServiceException,
  type ServiceOutputTypes,
} from '@aws-sdk/client-s3';
import * as z from 'zod';
import { LARGEST_FILE_BYTES } from '#shared/validation/limits.ts';
import { type Bucket, isObject, type StoredObject } from './bucket.ts';
import { listedVersions, listSchema } from './bucket-listing.ts';
import { BUCKET } from './names.ts';
import type { Manner } from './run.ts';

// Strict: a parameter that the model does not know must not be passed over.
const readSchema = z.strictObject({
  Bucket: z.literal(BUCKET),
  Key: z.string(),
  VersionId: z.string().optional(),
});
const currentListSchema = z.strictObject({
  Bucket: z.literal(BUCKET),
  Prefix: z.string(),
  Delimiter: z.literal('/').optional(),
  ContinuationToken: z.undefined(),
  MaxKeys: z.undefined(),
});
const deleteSchema = readSchema.extend({ IfMatch: z.string().optional() });
const putSchema = z.strictObject({
  Bucket: z.literal(BUCKET),
  Key: z.string(),
  Body: z.union([z.string(), z.instanceof(Uint8Array)]),
  ContentType: z.string(),
  IfMatch: z.string().optional(),
  IfNoneMatch: z.literal('*').optional(),
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
      const object = objectAsked(bucket, readSchema.parse(input), noSuchKey);
      const refused = bucket.refusalOf(object.versionId);
      if (refused !== undefined) throw refused;
      return { ...described(object), Body: bodyOf(object) };
    }
    case 'HeadObjectCommand':
      return described(objectAsked(bucket, readSchema.parse(input), notFound));
    case 'PutObjectCommand':
      return put(bucket, putSchema.parse(input), manner);
    case 'DeleteObjectCommand':
      return deleted(bucket, deleteSchema.parse(input));
    case 'ListObjectsV2Command':
      return { ...status(200), ...listed(bucket, currentListSchema.parse(input)) };
    case 'ListObjectVersionsCommand':
      return listedVersions(bucket, listSchema.parse(input));
    default:
      throw new Error(`the model of S3 has no ${command}`);
  }
}

/** With a delimiter, what lies below it is told as one folder. */
function listed(bucket: Bucket, { Prefix, Delimiter }: z.infer<typeof currentListSchema>) {
  const names = bucket.keys(Prefix).map((key) => {
    const end = Delimiter === undefined ? -1 : key.indexOf(Delimiter, Prefix.length);
    return end === -1 ? key : key.slice(0, end + 1);
  });
  const isFolder = (name: string) => Delimiter !== undefined && name.endsWith(Delimiter);
  return {
    Contents: names
      .filter((name) => !isFolder(name))
      .map((Key) => ({ Key, LastModified: bucket.current(Key)?.lastModified })),
    CommonPrefixes: [...new Set(names.filter(isFolder))].map((name) => ({ Prefix: name })),
  };
}

const noSuchKey = (asked: 'key' | 'version') =>
  asked === 'key'
    ? new NoSuchKey({ message: 'The key does not exist.', ...status(404) })
    : refusal('NoSuchVersion', 404);
/** An answer to HEAD has no body that could say more. */
const notFound = () => new NotFound({ message: 'UnknownError', ...status(404) });

/** The object that a read asks for: the current one, or that of a version, which must be no marker. */
function objectAsked(
  bucket: Bucket,
  { Key, VersionId }: z.infer<typeof readSchema>,
  absent: (asked: 'key' | 'version') => Error,
): StoredObject {
  if (VersionId === undefined) {
    const object = bucket.current(Key);
    if (object === undefined) throw absent('key');
    return object;
  }
  const version = bucket.version(Key, VersionId);
  if (version === undefined) throw absent('version');
  if (!isObject(version)) throw refusal('MethodNotAllowed', 405);
  return version;
}

/** Without a version it puts a marker on top; with one, that version is gone for good, and no error where it was gone. */
function deleted(
  bucket: Bucket,
  { Key, VersionId, IfMatch }: z.infer<typeof deleteSchema>,
): ServiceOutputTypes {
  if (IfMatch !== undefined && bucket.current(Key)?.etag !== IfMatch)
    throw refusal('PreconditionFailed', 412);
  if (VersionId === undefined) {
    return { ...status(204), DeleteMarker: true, VersionId: bucket.remove(Key).versionId };
  }
  const version = bucket.version(Key, VersionId);
  bucket.erase(Key, VersionId);
  return {
    ...status(204),
    VersionId,
    ...(version === undefined || isObject(version) ? {} : { DeleteMarker: true }),
  };
}

const status = (httpStatusCode: number) => ({ $metadata: { httpStatusCode } });

const described = ({ versionId, lastModified, etag, bytes }: StoredObject): HeadObjectCommandOutput => ({
  ...status(200),
  VersionId: versionId,
  LastModified: lastModified,
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
    // As in Node, where a byte-order mark is a character of the text.
    transformToString: async (encoding?: string) =>
      new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes),
    transformToWebStream: () => new Blob([bytes]).stream(),
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
