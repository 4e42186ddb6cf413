import { S3ServiceException } from '@aws-sdk/client-s3';
import * as z from 'zod';
import type { ErasedStudy } from '#cdk/commands/erasure/erased-study.ts';
import { fileExamination } from '#functions/examination.ts';
import { ingestAdapters } from '#functions/ingest/ingest-adapters.ts';
import { ingestUpload } from '#functions/ingest/ingest-upload.ts';
import { UPLOADS } from '#shared/storage/bucket-keys.ts';
import { hintedKeys, hintMessage } from '#shared/storage/upload-hint.ts';
import { emptyBucket } from '#test/functions/world/bucket.ts';
import { answerOfS3 } from '#test/functions/world/bucket-requests.ts';
import {
  BUCKET,
  DESK,
  KEY_ARN,
  STATISTICS_FUNCTION,
  TABLE,
  UPLOAD_QUEUE,
  VERDICT_TOPICS,
} from '#test/functions/world/names.ts';
import { emptyTable } from '#test/functions/world/table.ts';
import { answerOfDynamoDb } from '#test/functions/world/table-requests.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { answeringBucket, answeringQueue, answeringTable } from '../answering-clients.ts';

const CENTRES = ['rouen', 'lille'];
const inputSchema = z.looseObject({ Key: z.string().optional(), MessageBody: z.string().optional() });

/** Called before each request of the command under test; what it throws, the command sees. */
export type Interference = (request: number, command: string) => void | Promise<void>;

/**
 * The bucket, the table and ingest in memory, as a command finds them. Ingest answers a hint, and an event of S3, as soon
 * as the command asks for anything of the queue.
 */
export function studyInMemory() {
  let clock = Date.parse('2026-11-02T08:00:00Z');
  const tick = () => {
    clock += 1_000;
    return clock;
  };
  const bucket = emptyBucket(() => clock);
  const table = emptyTable();
  const messages: string[] = [];
  const logLines: string[] = [];
  let interference: Interference = () => {};
  let requests = 0;
  let mayConditionDeletions = true;
  let isSlow = false;

  const announce = (command: string, { Key = '' }: z.infer<typeof inputSchema>) => {
    if (/^(?:Put|Delete)/.test(command) && Key.startsWith(UPLOADS)) messages.push(hintMessage(Key));
  };
  const ofS3 = (command: string, input: object) => {
    tick();
    const output = answerOfS3(bucket, command, input, 'whole');
    announce(command, inputSchema.parse(input));
    return output;
  };
  const ofDynamoDb = (command: string, input: object) => answerOfDynamoDb(table, command, input, 'whole');

  const ingest = ingestAdapters(
    {
      s3: answeringBucket(ofS3),
      database: answeringTable(ofDynamoDb),
      publisherOf: () => async () => {},
      startRun: async () => {},
      now: () => new Date(tick()),
      pause: async () => {},
      log: (event, fields) => void logLines.push(JSON.stringify({ event, ...fields })),
    },
    {
      bucket: BUCKET,
      table: TABLE,
      keyArn: KEY_ARN,
      statisticsFunction: STATISTICS_FUNCTION,
      centres: CENTRES,
      examination: fileExamination('rules', SETTINGS),
      verdictTopics: VERDICT_TOPICS,
      desk: DESK,
    },
  );
  async function drain(): Promise<void> {
    for (let message = messages.shift(); message !== undefined; message = messages.shift())
      for (const key of hintedKeys(message)) await ingestUpload(ingest, key);
  }

  const interfered = async <Answer>(command: string, answer: () => Answer): Promise<Awaited<Answer>> => {
    requests += 1;
    await interference(requests, command);
    return await answer();
  };
  const study: ErasedStudy = {
    s3: answeringBucket((command, input) =>
      interfered(command, () => {
        if (!mayConditionDeletions && command === 'DeleteObjectCommand' && 'IfMatch' in input)
          throw notImplemented();
        return ofS3(command, input);
      }),
    ),
    database: answeringTable((command, input) => interfered(command, () => ofDynamoDb(command, input))),
    queue: answeringQueue((command, input) =>
      interfered(command, async () => {
        if (command === 'SendMessageCommand') messages.push(inputSchema.parse(input).MessageBody ?? '');
        if (!isSlow) await drain();
        const Attributes = {
          ApproximateNumberOfMessages: '0',
          ApproximateNumberOfMessagesNotVisible: '0',
          ApproximateNumberOfMessagesDelayed: '0',
        };
        return { $metadata: {}, Attributes };
      }),
    ),
    queueDelayMilliseconds: 0,
    outputs: {
      BucketName: BUCKET,
      TableName: TABLE,
      UploadQueueUrl: UPLOAD_QUEUE,
      DeadLetterQueueUrl: '',
      StatisticsFailureQueueUrl: '',
      ReportFailureQueueUrl: '',
      IngestFunctionName: '',
      StatisticsFunctionName: STATISTICS_FUNCTION,
      ReportFunctionName: '',
      DeskFunctionName: 'the-desk',
      DeskUrl: 'https://desk.test/',
    },
  };
  return {
    study,
    bucket,
    table,
    logLines,
    /** A centre drops a file; ingest sees it later. */
    drop(key: string, content: string | Uint8Array<ArrayBuffer>) {
      tick();
      messages.push(hintMessage(key));
      return bucket.put(key, typeof content === 'string' ? new TextEncoder().encode(content) : content);
    },
    /** The same, and ingest has answered. */
    async upload(key: string, content: string | Uint8Array<ArrayBuffer>) {
      const stored = this.drop(key, content);
      await drain();
      return stored;
    },
    async remove(key: string) {
      tick();
      bucket.remove(key);
      messages.push(hintMessage(key));
      await drain();
    },
    drain,
    /** Only a hint: nothing has changed. */
    tell: (key: string) => void messages.push(hintMessage(key)),
    /** From now on, each request of the command is counted from 1 and interfered with. */
    interfere(how: Interference) {
      requests = 0;
      interference = how;
    },
    requests: () => requests,
    /** Ingest answers only where a test calls `drain`. */
    slowDown() {
      isSlow = true;
    },
    /** As LocalStack, which knows no condition of a deletion. */
    takeNoConditionOfDeletions() {
      mayConditionDeletions = false;
    },
  };
}

const notImplemented = () =>
  new S3ServiceException({
    name: 'NotImplemented',
    $fault: 'client',
    $metadata: { httpStatusCode: 501 },
  });
