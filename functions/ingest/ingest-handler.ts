import type { SQSClient } from '@aws-sdk/client-sqs';
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import { centreList, readEnvironment, studySettings } from '#functions/environment.ts';
import { fileExamination } from '#functions/examination.ts';
import { failureOf } from '#functions/log.ts';
import { UPLOADS } from '#shared/storage/bucket-keys.ts';
import { hintedKeys } from '#shared/storage/upload-hint.ts';
import { uploadAt } from '#shared/validation/upload-place.ts';
import { type IngestResources, ingestAdapters } from './ingest-adapters.ts';
import { ingestUpload } from './ingest-upload.ts';
import { hiddenAfterFailure, hiddenWhileTried, messageHider } from './message-visibility.ts';
import { notedUpload } from './noted-upload.ts';

const environmentSchema = z.object({
  BUCKET: z.string(),
  TABLE: z.string(),
  KEY: z.string(),
  STATISTICS_FUNCTION: z.string(),
  UPLOAD_QUEUE_URL: z.string(),
  CENTRES: centreList,
  RULES: z.string(),
  STUDY_SETTINGS: studySettings,
  VERDICT_TOPICS: z.string(),
  DESK_URL: z.string(),
});

/** Where a file lies; of a key outside the uploads, which no sender can write, the log says nothing. */
const placeOf = (key: string, centres: readonly string[]) =>
  key.startsWith(UPLOADS) ? { key, centre: uploadAt(key, centres).centre } : {};

/** Takes hints from the upload queue; a message whose keys could not be brought in goes back to it alone. */
export function ingestHandler(
  environment: NodeJS.ProcessEnv,
  { queue, log, ...resources }: IngestResources & { readonly queue: SQSClient },
): (
  event: SQSEvent,
  context: Pick<Context, 'awsRequestId' | 'getRemainingTimeInMillis'>,
) => Promise<SQSBatchResponse> {
  const settings = readEnvironment(environmentSchema, environment);
  const places = {
    bucket: settings.BUCKET,
    table: settings.TABLE,
    keyArn: settings.KEY,
    statisticsFunction: settings.STATISTICS_FUNCTION,
    centres: settings.CENTRES,
    examination: fileExamination(settings.RULES, settings.STUDY_SETTINGS),
    verdictTopics: settings.VERDICT_TOPICS,
    desk: settings.DESK_URL,
  };
  const hide = messageHider(queue, settings.UPLOAD_QUEUE_URL);
  return async ({ Records }, context) => {
    const batchItemFailures: { itemIdentifier: string }[] = [];
    for (const { messageId, body, receiptHandle, attributes } of Records) {
      const attempt = Number(attributes.ApproximateReceiveCount);
      const about = { requestId: context.awsRequestId, messageId, attempt };
      await hide(receiptHandle, hiddenWhileTried(context.getRemainingTimeInMillis()));
      try {
        for (const key of hintedKeys(body)) {
          await notedUpload(log, { ...about, ...placeOf(key, settings.CENTRES) }, resources.now, (own) =>
            ingestUpload(ingestAdapters({ ...resources, log: own }, places, context.awsRequestId), key),
          );
        }
      } catch (error) {
        log('hint-failed', { ...about, ...failureOf(error) });
        batchItemFailures.push({ itemIdentifier: messageId });
        await hide(receiptHandle, hiddenAfterFailure(attempt));
      }
    }
    return { batchItemFailures };
  };
}
