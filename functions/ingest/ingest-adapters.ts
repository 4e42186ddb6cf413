import type { S3Client } from '@aws-sdk/client-s3';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { FileExamination } from '#functions/examination.ts';
import { HEAD_DAMAGED, type Log } from '#functions/log.ts';
import type { PublisherOf } from '#functions/mail/publish-mail.ts';
import { tellingClaimer, tellingEnder, toldRecaller } from '#functions/mail/told-notes.ts';
import type { StartRun } from '#functions/run-starter.ts';
import { statisticsRequester } from '#functions/statistics-request.ts';
import { answeredNoter } from '#functions/storage/awaited-uploads.ts';
import { batchWriter } from '#functions/storage/batch-write.ts';
import { conditionalWriter, textReader } from '#functions/storage/conditional-object.ts';
import { headReader, headWriter } from '#functions/storage/heads.ts';
import { versionsLister } from '#functions/storage/listed-versions.ts';
import { identityReader } from '#functions/storage/object-identity.ts';
import type { Pause } from '#functions/storage/pause.ts';
import { rowPlacesReader } from '#functions/storage/rows.ts';
import { generationAnnouncer, generationIdleMarker } from '#functions/storage/staged-generations.ts';
import { generationChecker, wholeRowsReader } from '#functions/storage/whole-generation.ts';
import type { IngestPorts } from './ingest-upload.ts';
import { versionReader } from './object-version.ts';
import { otherRowsReader } from './other-rows.ts';
import { reportReader, reportWriter } from './report-store.ts';
import { rowStager } from './row-stager.ts';

/** What ingest works on and with. */
export interface IngestResources {
  readonly s3: S3Client;
  readonly database: DynamoDBDocumentClient;
  readonly startRun: StartRun;
  readonly publisherOf: PublisherOf;
  readonly now: () => Date;
  readonly pause: Pause;
  readonly log: Log;
}

/** What its stack tells it. */
export interface IngestSettings {
  readonly bucket: string;
  readonly table: string;
  /** The study's key, with which its bucket encrypts. */
  readonly keyArn: string;
  readonly statisticsFunction: string;
  readonly centres: readonly string[];
  readonly examination: FileExamination;
  /** How the names of the centres' topics begin; that of a centre ends its own. */
  readonly verdictTopics: string;
  /** The address of the desk. */
  readonly desk: string;
}

/**
 * Connects the steps of an ingest to the bucket, the table and the statistics function.
 *
 * @param requestId - of the run of ingest, which the runs that it asks for name
 */
export function ingestAdapters(
  { s3, database, startRun, publisherOf, now, pause, log }: IngestResources,
  { bucket, table, keyArn, statisticsFunction, centres, examination, verdictTopics, desk }: IngestSettings,
  requestId?: string,
): IngestPorts {
  return {
    centres,
    examination,
    desk,
    now: () => now().toISOString(),
    pause,
    log,
    listVersions: versionsLister(s3, bucket),
    readVersion: versionReader(s3, bucket, keyArn),
    noteAnswered: answeredNoter(database, table),
    readHead: headReader(database, table, async (centre) => {
      log(HEAD_DAMAGED, { centre });
      await statisticsRequester(startRun, statisticsFunction, 'schedule')();
    }),
    commitHead: headWriter(database, table),
    readWholeRows: wholeRowsReader(database, table),
    isWhole: generationChecker(database, table),
    readOtherRows: otherRowsReader(rowPlacesReader(database, table)),
    stageRows: rowStager({
      announceGeneration: generationAnnouncer(database, table),
      writeAll: batchWriter(database, table, pause),
    }),
    markGenerationIdle: generationIdleMarker(database, table),
    askForStatistics: statisticsRequester(startRun, statisticsFunction, 'upload', requestId),
    readReport: reportReader({ readText: textReader(s3, bucket), readIdentity: identityReader(s3, bucket) }),
    recallTold: toldRecaller(database, table),
    claimTelling: tellingClaimer(database, table),
    endTelling: tellingEnder(database, table),
    mailTo: (centre) => publisherOf(verdictTopics + centre),
    writeReport: reportWriter(conditionalWriter(s3, bucket)),
  };
}
