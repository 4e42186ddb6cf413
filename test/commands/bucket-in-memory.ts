import { NoSuchKey, S3ServiceException, type ServiceOutputTypes } from '@aws-sdk/client-s3';
import * as z from 'zod';
import type { StudyBucket } from '#cdk/commands/study-connection.ts';
import type { StackOutputs } from '#cdk/stack-outputs.ts';
import { answeringBucket } from './answering-clients.ts';

export const OUTPUTS: StackOutputs = {
  BucketName: 'the-bucket',
  TableName: 'the-table',
  UploadQueueUrl: 'https://sqs.test/uploads',
  DeadLetterQueueUrl: 'https://sqs.test/dead',
  StatisticsFailureQueueUrl: 'https://sqs.test/failures',
  ReportFailureQueueUrl: 'https://sqs.test/report-failures',
  IngestFunctionName: 'the-ingest',
  StatisticsFunctionName: 'the-statistics',
  ReportFunctionName: 'the-report',
  DeskFunctionName: 'the-desk',
  DeskUrl: 'https://desk.test/',
};

/** A version of an object; the newest stands last. */
interface Version {
  readonly versionId: string;
  readonly text: string;
}

const BUCKET = z.literal(OUTPUTS.BucketName);
const getSchema = z.strictObject({ Bucket: BUCKET, Key: z.string(), VersionId: z.string().optional() });
const putSchema = z.strictObject({
  Bucket: BUCKET,
  Key: z.string(),
  Body: z.string(),
  ContentType: z.string(),
  IfNoneMatch: z.literal('*'),
});
const listSchema = z.strictObject({
  Bucket: BUCKET,
  Prefix: z.string(),
  Delimiter: z.literal('/').optional(),
  ContinuationToken: z.string().optional(),
  MaxKeys: z.undefined().optional(),
});
const KEYS_PER_PAGE = 2;
const status = (httpStatusCode: number) => ({ $metadata: { httpStatusCode } });

/**
 * A bucket with these objects, behind the SDK’s own client: the requests that commands about results make.
 *
 * @param beforePut what happens between a command's last look and what it writes
 */
export function bucketWith(objects: Readonly<Record<string, string>> = {}, beforePut = () => {}) {
  const stored = new Map<string, Version[]>();
  let versions = 0;
  const put = (key: string, text: string): string => {
    const versionId = `v${++versions}`;
    stored.set(key, [...(stored.get(key) ?? []), { versionId, text }]);
    return versionId;
  };
  for (const [key, text] of Object.entries(objects)) put(key, text);

  function get({ Key, VersionId }: z.infer<typeof getSchema>): ServiceOutputTypes {
    const all = stored.get(Key) ?? [];
    const found = VersionId === undefined ? all.at(-1) : all.find(({ versionId }) => versionId === VersionId);
    if (found === undefined) {
      const missing = { message: 'not there', ...status(404) };
      throw VersionId === undefined ? new NoSuchKey(missing) : noSuchVersion();
    }
    const Body = Object.assign(new Blob([]), {
      transformToByteArray: async () => new TextEncoder().encode(found.text),
      transformToString: async () => found.text,
      transformToWebStream: () => new ReadableStream(),
    });
    return { ...status(200), VersionId: found.versionId, ETag: `"${found.versionId}"`, Body };
  }

  function list({ Prefix, Delimiter, ContinuationToken = '' }: z.infer<typeof listSchema>) {
    const entries = [...stored.keys()]
      .filter((key) => key.startsWith(Prefix))
      .map((key) => {
        const end = Delimiter === undefined ? -1 : key.indexOf(Delimiter, Prefix.length);
        return end === -1 ? key : key.slice(0, end + 1);
      });
    const names = [...new Set(entries)].toSorted().filter((name) => name > ContinuationToken);
    const page = names.slice(0, KEYS_PER_PAGE);
    const isFolder = (name: string) => Delimiter !== undefined && name.endsWith(Delimiter);
    return {
      ...status(200),
      Contents: page.filter((name) => !isFolder(name)).map((Key) => ({ Key, LastModified: new Date(0) })),
      CommonPrefixes: page.filter(isFolder).map((name) => ({ Prefix: name })),
      IsTruncated: names.length > page.length,
      NextContinuationToken: names.length > page.length ? page.at(-1) : undefined,
    };
  }

  function answer(command: string, input: object): ServiceOutputTypes {
    if (command === 'GetObjectCommand') return get(getSchema.parse(input));
    if (command === 'ListObjectsV2Command') return list(listSchema.parse(input));
    if (command !== 'PutObjectCommand') throw new Error(`this bucket has no ${command}`);
    const { Key, Body } = putSchema.parse(input);
    beforePut();
    if (stored.has(Key)) throw refusal('PreconditionFailed', 412);
    return { ...status(200), ETag: `"${put(Key, Body)}"` };
  }

  const bucket: StudyBucket = { s3: answeringBucket(answer), outputs: OUTPUTS };
  return {
    bucket,
    put,
    /** Deletes every version for good. */
    erase: (key: string) => void stored.delete(key),
    read: (key: string) => stored.get(key)?.at(-1)?.text,
  };
}

const refusal = (name: string, httpStatusCode: number) =>
  new S3ServiceException({ name, message: name, $fault: 'client', ...status(httpStatusCode) });
/** The SDK has no class for it. */
const noSuchVersion = () => refusal('NoSuchVersion', 404);
