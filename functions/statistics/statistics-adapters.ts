import type { S3Client } from '@aws-sdk/client-s3';
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Log } from '#functions/log.ts';
import { toldNotesReader } from '#functions/mail/told-files.ts';
import type { StartRun } from '#functions/run-starter.ts';
import { statisticsRequester } from '#functions/statistics-request.ts';
import {
  askedNoter,
  awaitedForgetter,
  awaitedNoter,
  awaitedReader,
} from '#functions/storage/awaited-uploads.ts';
import { batchWriter } from '#functions/storage/batch-write.ts';
import { conditionalWriter, textReader } from '#functions/storage/conditional-object.ts';
import { headsReader } from '#functions/storage/heads.ts';
import { prefixLister, uploadsLister, versionsLister } from '#functions/storage/listed-versions.ts';
import type { Pause, Wait } from '#functions/storage/pause.ts';
import { proofReader, proofWriter } from '#functions/storage/proofs.ts';
import { objectDeleter, resultFilesLister } from '#functions/storage/result-files.ts';
import { frozenLister } from '#functions/storage/results.ts';
import { rowKeysReader } from '#functions/storage/rows.ts';
import {
  generationClaimer,
  generationForgetter,
  stagedGenerationsReader,
} from '#functions/storage/staged-generations.ts';
import { generationChecker, wholeRowsReader } from '#functions/storage/whole-generation.ts';
import type { StudySettings } from '#shared/protocol/study-settings.ts';
import type { ResultComputation } from '#shared/publication/result-computation.ts';
import { UPLOADS } from '#shared/storage/bucket-keys.ts';
import { hintSender } from './hint-sender.ts';
import { reportRequester } from './report-request.ts';
import type { StatisticsPorts } from './run-statistics.ts';
import { studyRowsReader } from './study-rows.ts';

/** What a statistics run works on and with. */
export interface StatisticsResources {
  readonly s3: S3Client;
  readonly database: DynamoDBDocumentClient;
  readonly queue: SQSClient;
  readonly startRun: StartRun;
  readonly computation: ResultComputation;
  readonly now: () => Date;
  readonly pause: Pause;
  readonly wait: Wait;
  readonly log: Log;
}

/** What its stack tells it. */
export interface StatisticsSettings {
  readonly bucket: string;
  readonly table: string;
  readonly uploadQueueUrl: string;
  /** This function itself, which a run that is overtaken asks for another. */
  readonly statisticsFunction: string;
  readonly reportFunction: string;
  readonly centres: readonly string[];
  /** Names the rules by which files are examined today. */
  readonly rules: string;
  readonly study: StudySettings;
  readonly codeVersion: string;
  readonly commit: string;
  /** How old a full verification may be that a night relies on. */
  readonly fullVerificationDays: number;
}

/**
 * Connects the steps of a statistics run to the bucket, the table and the upload queue.
 *
 * @param requestId - of this run, which the runs that it asks for name
 */
export function statisticsAdapters(
  { s3, database, queue, startRun, computation, now, pause, wait, log }: StatisticsResources,
  {
    bucket,
    table,
    uploadQueueUrl,
    statisticsFunction,
    reportFunction,
    centres,
    rules,
    study,
    codeVersion,
    commit,
    fullVerificationDays,
  }: StatisticsSettings,
  requestId?: string,
): StatisticsPorts {
  return {
    centres,
    rules,
    settings: study,
    codeVersion,
    commit,
    fullVerificationDays,
    computation,
    now,
    wait,
    log,
    readHeads: headsReader(database, table),
    readStudyRows: studyRowsReader(wholeRowsReader(database, table)),
    readText: textReader(s3, bucket),
    writeOver: conditionalWriter(s3, bucket),
    listUnder: prefixLister(s3, bucket),
    listUploads: uploadsLister(s3, bucket, UPLOADS),
    listVersions: versionsLister(s3, bucket),
    isWhole: generationChecker(database, table),
    readAwaited: awaitedReader(database, table),
    noteAwaited: awaitedNoter(database, table),
    noteAsked: askedNoter(database, table),
    forgetAwaited: awaitedForgetter(database, table),
    sendHint: hintSender(queue, uploadQueueUrl),
    askForStatistics: statisticsRequester(startRun, statisticsFunction, 'upload', requestId),
    askForReport: reportRequester(startRun, reportFunction, log),
    readToldNotes: toldNotesReader(database, table),
    readProof: proofReader(database, table),
    writeProof: proofWriter(database, table),
    readStagedGenerations: stagedGenerationsReader(database, table),
    claimGeneration: generationClaimer(database, table),
    readRowKeys: rowKeysReader(database, table),
    writeAll: batchWriter(database, table, pause),
    forgetGeneration: generationForgetter(database, table),
    listResultFiles: resultFilesLister(s3, bucket),
    listFrozen: frozenLister(s3, bucket),
    deleteObject: objectDeleter(s3, bucket),
  };
}
