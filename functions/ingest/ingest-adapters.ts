import type { LambdaClient } from '@aws-sdk/client-lambda';
import type { S3Client } from '@aws-sdk/client-s3';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Log } from '#functions/log.ts';
import { batchWriter } from '#functions/storage/batch-write.ts';
import { conditionalWriter, textReader } from '#functions/storage/conditional-object.ts';
import { headReader, headWriter } from '#functions/storage/heads.ts';
import { identityReader } from '#functions/storage/object-identity.ts';
import type { Pause } from '#functions/storage/pause.ts';
import { rowLinesReader, rowsReader } from '#functions/storage/rows.ts';
import { generationAnnouncer, generationIdleMarker } from '#functions/storage/staged-generations.ts';
import type { IngestPorts } from './ingest-upload.ts';
import { otherRowsReader } from './other-rows.ts';
import { reportReader, reportWriter } from './report-store.ts';
import { rowStager } from './row-stager.ts';
import { statisticsRequester } from './statistics-request.ts';
import { objectReader } from './uploaded-object.ts';

/** What ingest works on and with. */
export interface IngestResources {
  readonly s3: S3Client;
  readonly database: DynamoDBDocumentClient;
  readonly lambda: LambdaClient;
  readonly now: () => Date;
  readonly pause: Pause;
  readonly log: Log;
}

/** What its stack tells it. */
export interface IngestSettings {
  readonly bucket: string;
  readonly table: string;
  readonly statisticsFunction: string;
  readonly centres: readonly string[];
}

/** Connects the steps of an ingest to the bucket, the table and the statistics function. */
export function ingestAdapters(
  { s3, database, lambda, now, pause, log }: IngestResources,
  { bucket, table, statisticsFunction, centres }: IngestSettings,
): IngestPorts {
  const readIdentity = identityReader(s3, bucket);
  return {
    centres,
    now: () => now().toISOString(),
    pause,
    log,
    readObject: objectReader(s3, bucket),
    readIdentity,
    readHead: headReader(database, table),
    commitHead: headWriter(database, table),
    readRows: rowsReader(database, table),
    readOtherRows: otherRowsReader(rowLinesReader(database, table)),
    stageRows: rowStager({
      announceGeneration: generationAnnouncer(database, table),
      writeAll: batchWriter(database, table, pause),
    }),
    markGenerationIdle: generationIdleMarker(database, table),
    askForStatistics: statisticsRequester(lambda, statisticsFunction),
    readReport: reportReader({ readText: textReader(s3, bucket), readIdentity }),
    writeReport: reportWriter(conditionalWriter(s3, bucket)),
  };
}
