import {
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';

export interface StoredText {
  readonly text: string;
  readonly etag: string;
}

export type ReadText = ReturnType<typeof textReader>;
export type WriteOver = ReturnType<typeof conditionalWriter>;

/** Reads a small text object, or undefined where there is none. */
export const textReader =
  (client: S3Client, bucket: string) =>
  async (key: string): Promise<StoredText | undefined> => {
    try {
      const { Body, ETag } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      if (Body === undefined || ETag === undefined) throw new Error(`${key} came without a body`);
      return { text: await Body.transformToString('utf-8'), etag: ETag };
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  };

/** What became of a conditional write: the ETag of what stands there now, or `overtaken`. */
export type Written = { readonly etag: string } | 'overtaken';

interface NewObject {
  readonly key: string;
  readonly body: string | Uint8Array;
  readonly contentType: string;
}

/**
 * Writes an object only over the one that was read (`etag`), or, with null, only where none is. `overtaken` when
 * somebody else was faster. S3 answers 412 to a condition that fails, 409 to a race, and 404 to `If-Match`
 * on nothing. Source: AWS, "Add preconditions to S3 operations with conditional requests".
 */
export const conditionalWriter =
  (client: S3Client, bucket: string) =>
  async ({ key, body, contentType }: NewObject, etag: string | null): Promise<Written> => {
    try {
      const { ETag } = await client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: key,
          Body: body,
          ContentType: contentType,
          ...(etag === null ? { IfNoneMatch: '*' } : { IfMatch: etag }),
        }),
      );
      if (ETag === undefined) throw new Error(`${key} was written without an ETag`);
      return { etag: ETag };
    } catch (error) {
      const status = error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
      if (status === 412 || status === 409 || status === 404) return 'overtaken';
      throw error;
    }
  };
