import type { S3Client } from '@aws-sdk/client-s3';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Log } from '#functions/log.ts';
import type { PublisherOf } from '#functions/mail/publish-mail.ts';
import { tellingClaimer, tellingEnder, toldRecaller } from '#functions/mail/told-notes.ts';
import { conditionalWriter, textReader } from '#functions/storage/conditional-object.ts';
import type { Pause } from '#functions/storage/pause.ts';
import type { AnnounceResult } from '#shared/mail/result-mail.ts';
import type { RenderReport } from '#shared/result-report/report-files.ts';
import type { ReportLatestPorts } from './report-latest.ts';

/** What a report run works on and with. */
export interface ReportResources {
  readonly s3: S3Client;
  readonly database: DynamoDBDocumentClient;
  readonly publisherOf: PublisherOf;
  readonly render: RenderReport;
  readonly announce: AnnounceResult;
  readonly now: () => Date;
  readonly pause: Pause;
  readonly log: Log;
}

/** What its stack tells it. */
export interface ReportSettings {
  readonly bucket: string;
  readonly table: string;
  /** The ARN of the topic that tells of results. */
  readonly resultsTopic: string;
  /** The address of the desk. */
  readonly desk: string;
}

/** Connects the steps of a report run to the bucket, the notes of what was told and the topic. */
export const reportAdapters = (
  { s3, database, publisherOf, ...resources }: ReportResources,
  { bucket, table, resultsTopic, desk }: ReportSettings,
): ReportLatestPorts => ({
  ...resources,
  desk,
  readText: textReader(s3, bucket),
  writeOver: conditionalWriter(s3, bucket),
  recallTold: toldRecaller(database, table),
  claimTelling: tellingClaimer(database, table),
  endTelling: tellingEnder(database, table),
  publishResult: publisherOf(resultsTopic),
});
