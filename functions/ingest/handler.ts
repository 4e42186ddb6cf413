import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import { documentClient, lambdaClient, queueClient, s3Client } from '#functions/clients.ts';
import { centreList, readEnvironment } from '#functions/environment.ts';
import { errorName, log } from '#functions/log.ts';
import { pause } from '#functions/storage/pause.ts';
import { hintedKeys } from '#shared/storage/upload-hint.ts';
import { ingestAdapters } from './ingest-adapters.ts';
import { ingestUpload } from './ingest-upload.ts';
import { soonerRetrier } from './retry-sooner.ts';

const settings = readEnvironment(
  z.object({
    BUCKET: z.string(),
    TABLE: z.string(),
    STATISTICS_FUNCTION: z.string(),
    UPLOAD_QUEUE_URL: z.string(),
    CENTRES: centreList,
  }),
  process.env,
);
const ports = ingestAdapters({
  s3: s3Client(process.env),
  database: documentClient(),
  lambda: lambdaClient(),
  bucket: settings.BUCKET,
  table: settings.TABLE,
  statisticsFunction: settings.STATISTICS_FUNCTION,
  centres: settings.CENTRES,
  now: () => new Date(),
  pause,
  log,
});
const retrySooner = soonerRetrier(queueClient(), settings.UPLOAD_QUEUE_URL);

/** Takes hints from the upload queue; a message whose keys could not be settled goes back to it alone. */
export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  for (const { messageId, body, receiptHandle, attributes } of event.Records) {
    try {
      for (const key of hintedKeys(body)) await ingestUpload(ports, key);
    } catch (error) {
      log('hint-failed', { messageId, error: errorName(error) });
      batchItemFailures.push({ itemIdentifier: messageId });
      // If this fails too, the message comes back all the same, only later.
      await retrySooner(receiptHandle, Number(attributes.ApproximateReceiveCount)).catch(() => {});
    }
  }
  return { batchItemFailures };
}
