import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import { documentClient, lambdaClient, s3Client } from '#functions/clients.ts';
import { centreList, readEnvironment } from '#functions/environment.ts';
import { errorName, log } from '#functions/log.ts';
import { batchWriter } from '#functions/storage/batch-write.ts';
import { conditionalWriter, etagReader, textReader } from '#functions/storage/conditional-object.ts';
import { headReader, headWriter } from '#functions/storage/heads.ts';
import { pause } from '#functions/storage/pause.ts';
import { rowLinesReader, rowsReader } from '#functions/storage/rows.ts';
import { generationAnnouncer, generationRetirer } from '#functions/storage/staged-generations.ts';
import { hintedKeys } from '#shared/storage/upload-hint.ts';
import { type IngestPorts, ingestUpload } from './ingest-upload.ts';
import { otherRowsReader } from './other-rows.ts';
import { reportReader, reportWriter } from './report-store.ts';
import { rowStager } from './row-stager.ts';
import { statisticsRequester } from './statistics-request.ts';
import { objectReader, versionReader } from './uploaded-object.ts';

const settingsSchema = z.object({
  BUCKET: z.string(),
  TABLE: z.string(),
  STATISTICS_FUNCTION: z.string(),
  CENTRES: centreList,
});
type Settings = z.infer<typeof settingsSchema>;

/** Connects the steps of an ingest to the deployed bucket, table and function. */
export function ingestPorts(settings: Settings, environment: NodeJS.ProcessEnv): IngestPorts {
  const { BUCKET: bucket, TABLE: table } = settings;
  const s3 = s3Client(environment);
  const database = documentClient();
  return {
    centres: settings.CENTRES,
    now: () => new Date().toISOString(),
    pause,
    log,
    readObject: objectReader(s3, bucket),
    readVersion: versionReader(s3, bucket),
    readHead: headReader(database, table),
    commitHead: headWriter(database, table),
    readRows: rowsReader(database, table),
    readOtherRows: otherRowsReader(rowLinesReader(database, table)),
    stageRows: rowStager({
      announceGeneration: generationAnnouncer(database, table),
      writeAll: batchWriter(database, table, pause),
    }),
    retireGeneration: generationRetirer(database, table),
    askForStatistics: statisticsRequester(lambdaClient(), settings.STATISTICS_FUNCTION),
    readReport: reportReader({ readText: textReader(s3, bucket), readEtag: etagReader(s3, bucket) }),
    writeReport: reportWriter(conditionalWriter(s3, bucket)),
  };
}

const ports = ingestPorts(readEnvironment(settingsSchema, process.env), process.env);

/** Takes hints from the upload queue; a message whose keys could not be settled goes back to it alone. */
export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  for (const { messageId, body } of event.Records) {
    try {
      for (const key of hintedKeys(body)) await ingestUpload(ports, key);
    } catch (error) {
      log('hint-failed', { messageId, error: errorName(error) });
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
}
