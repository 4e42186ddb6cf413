import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Link } from '#shared/desk/api.ts';
import type { UploadForm } from '#shared/desk/centre-api.ts';

/** What is to be sent: these bytes and no others. */
export interface Sent {
  readonly key: string;
  readonly bytes: number;
  /** Of the bytes, in hexadecimal digits. */
  readonly sha256: string;
}

/** What is to be read. */
export interface Read {
  readonly key: string;
  readonly versionId?: string;
  /** As the browser shall take it, whatever the object says of itself. */
  readonly contentType: string;
  /** The name under which it is saved; absent: it is shown. */
  readonly savedAs?: string;
}

/** Makes addresses and forms that need no other right, with the rights of one link. */
export interface Presigner {
  readonly form: (sent: Sent) => Promise<UploadForm>;
  readonly link: (read: Read) => Promise<Link>;
}

/** Long enough to send the largest file over a slow line; S3 looks at the time when the sending begins. */
export const FORM_SECONDS = 10 * 60;
export const LINK_SECONDS = 5 * 60;

export const CSV_TYPE = 'text/csv; charset=utf-8';

/** By S3's own means; a form that says anything else than this is refused there, also one with another encryption. */
export const presigner = (client: S3Client, bucket: string, now: () => Date): Presigner => {
  const expires = (seconds: number) => new Date(now().getTime() + seconds * 1000).toISOString();
  return {
    form: async ({ key, bytes, sha256 }) => {
      const fields = {
        'Content-Type': CSV_TYPE,
        'x-amz-checksum-algorithm': 'SHA256',
        'x-amz-checksum-sha256': Buffer.from(sha256, 'hex').toString('base64'),
      };
      const form = await createPresignedPost(client, {
        Bucket: bucket,
        Key: key,
        Fields: fields,
        Conditions: [
          ['content-length-range', bytes, bytes],
          ...Object.entries(fields).map(([name, value]) => ({ [name]: value })),
        ],
        Expires: FORM_SECONDS,
      });
      return { url: form.url, fields: form.fields, expires: expires(FORM_SECONDS) };
    },
    link: async ({ key, versionId, contentType, savedAs }) => {
      const command = new GetObjectCommand({
        Bucket: bucket,
        Key: key,
        VersionId: versionId,
        ResponseContentType: contentType,
        ResponseContentDisposition: savedAs === undefined ? 'inline' : attachment(savedAs),
        ResponseCacheControl: 'no-store',
      });
      const url = await getSignedUrl(client, command, { expiresIn: LINK_SECONDS });
      return { url, expires: expires(LINK_SECONDS) };
    },
  };
};

/** Source: RFC 6266 and 8187; nothing of the name can end the value. */
const attachment = (name: string): string =>
  `attachment; filename*=UTF-8''${encodeURIComponent(name).replaceAll(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`;

/** Where the bucket is for a browser. */
export const originOf = async (client: S3Client, bucket: string): Promise<string> =>
  new URL(await getSignedUrl(client, new GetObjectCommand({ Bucket: bucket, Key: '-' }))).origin;
