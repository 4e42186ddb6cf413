import type { SQSClient } from '@aws-sdk/client-sqs';
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import { centreList, readEnvironment, studySettings, WrongEnvironment } from '#functions/environment.ts';
import { fileExamination } from '#functions/examination.ts';
import { failureOf } from '#functions/log.ts';
import { UPLOADS } from '#shared/storage/bucket-keys.ts';
import { hintedKeys } from '#shared/storage/upload-hint.ts';
import { uploadAt } from '#shared/validation/upload-place.ts';
import { type IngestResources, type IngestSettings, ingestAdapters } from './ingest-adapters.ts';
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

function placesIn(environment: NodeJS.ProcessEnv): IngestSettings {
  const settings = readEnvironment(environmentSchema, environment);
  return {
    bucket: settings.BUCKET,
    table: settings.TABLE,
    keyArn: settings.KEY,
    statisticsFunction: settings.STATISTICS_FUNCTION,
    centres: settings.CENTRES,
    examination: fileExamination(settings.RULES, settings.STUDY_SETTINGS),
    verdictTopics: settings.VERDICT_TOPICS,
    desk: settings.DESK_URL,
  };
}

/**
 * Takes hints from the upload queue; a message whose keys could not be brought in goes back to it alone. Where the stack
 * tells it wrong settings it does not fail to start, which would hide each message for as long as its queue does: those
 * wait as if their ingest had been killed, for the deployment that mends it.
 */
export function ingestHandler(
  environment: NodeJS.ProcessEnv,
  { queue, log, ...resources }: IngestResources & { readonly queue: SQSClient },
): (
  event: SQSEvent,
  context: Pick<Context, 'awsRequestId' | 'getRemainingTimeInMillis'>,
) => Promise<SQSBatchResponse> {
  const hide = messageHider(queue, environment['UPLOAD_QUEUE_URL'] ?? '');
  let places: IngestSettings | undefined;
  return async ({ Records }, context) => {
    const batchItemFailures: { itemIdentifier: string }[] = [];
    for (const { messageId, body, receiptHandle, attributes } of Records) {
      const attempt = Number(attributes.ApproximateReceiveCount);
      const about = { requestId: context.awsRequestId, messageId, attempt };
      await hide(receiptHandle, hiddenWhileTried(context.getRemainingTimeInMillis()));
      try {
        places ??= placesIn(environment);
        const told = places;
        for (const key of hintedKeys(body)) {
          await notedUpload(log, { ...about, ...placeOf(key, told.centres) }, resources.now, (own) =>
            ingestUpload(ingestAdapters({ ...resources, log: own }, told, context.awsRequestId), key),
          );
        }
      } catch (error) {
        batchItemFailures.push({ itemIdentifier: messageId });
        if (error instanceof WrongEnvironment) {
          log('not-configured', { ...about, variables: error.variables });
          continue;
        }
        log('hint-failed', { ...about, ...failureOf(error) });
        await hide(receiptHandle, hiddenAfterFailure(attempt));
      }
    }
    return { batchItemFailures };
  };
}
