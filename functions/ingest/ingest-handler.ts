import type { SQSClient } from '@aws-sdk/client-sqs';
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import { centreList, readEnvironment, studySettings } from '#functions/environment.ts';
import { fileExamination } from '#functions/examination.ts';
import { errorName } from '#functions/log.ts';
import { hintedKeys } from '#shared/storage/upload-hint.ts';
import { type IngestResources, ingestAdapters } from './ingest-adapters.ts';
import { ingestUpload } from './ingest-upload.ts';
import { hiddenAfterFailure, hiddenWhileTried, messageHider } from './message-visibility.ts';

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

/** Takes hints from the upload queue; a message whose keys could not be brought in goes back to it alone. */
export function ingestHandler(
  environment: NodeJS.ProcessEnv,
  { queue, ...resources }: IngestResources & { readonly queue: SQSClient },
): (event: SQSEvent, context: Pick<Context, 'getRemainingTimeInMillis'>) => Promise<SQSBatchResponse> {
  const settings = readEnvironment(environmentSchema, environment);
  const ports = ingestAdapters(resources, {
    bucket: settings.BUCKET,
    table: settings.TABLE,
    keyArn: settings.KEY,
    statisticsFunction: settings.STATISTICS_FUNCTION,
    centres: settings.CENTRES,
    examination: fileExamination(settings.RULES, settings.STUDY_SETTINGS),
    verdictTopics: settings.VERDICT_TOPICS,
    desk: settings.DESK_URL,
  });
  const hide = messageHider(queue, settings.UPLOAD_QUEUE_URL);
  return async ({ Records }, context) => {
    const batchItemFailures: { itemIdentifier: string }[] = [];
    for (const { messageId, body, receiptHandle, attributes } of Records) {
      await hide(receiptHandle, hiddenWhileTried(context.getRemainingTimeInMillis()));
      try {
        for (const key of hintedKeys(body)) await ingestUpload(ports, key);
      } catch (error) {
        resources.log('hint-failed', { messageId, error: errorName(error) });
        batchItemFailures.push({ itemIdentifier: messageId });
        await hide(receiptHandle, hiddenAfterFailure(Number(attributes.ApproximateReceiveCount)));
      }
    }
    return { batchItemFailures };
  };
}
