import { ingestAdapters } from '#functions/ingest/ingest-adapters.ts';
import type { IngestPorts } from '#functions/ingest/ingest-upload.ts';
import type { Log } from '#functions/log.ts';
import { topicPublishers } from '#functions/mail/topic-publishers.ts';
import { reportAdapters } from '#functions/report/report-adapters.ts';
import type { ReportLatestPorts } from '#functions/report/report-latest.ts';
import { runStarter } from '#functions/run-starter.ts';
import type { StatisticsPorts } from '#functions/statistics/run-statistics.ts';
import { statisticsAdapters } from '#functions/statistics/statistics-adapters.ts';
import type { Pause } from '#functions/storage/pause.ts';
import type { AnnounceResult } from '#shared/mail/result-mail.ts';
import type { ResultComputation } from '#shared/publication/result-computation.ts';
import type { RenderReport } from '#shared/result-report/report-files.ts';
import { database, lambda, s3, sns, sqs } from './clients.ts';
import { COMMIT, codeVersionOf, type Deployment } from './deployment.ts';
import {
  BUCKET,
  DESK,
  FULL_VERIFICATION_DAYS,
  KEY_ARN,
  REPORT_FUNCTION,
  RESULTS_TOPIC,
  STATISTICS_FUNCTION,
  TABLE,
  UPLOAD_QUEUE,
  VERDICT_TOPICS,
} from './names.ts';
import { request } from './run.ts';

interface Invocation {
  readonly deployment: Deployment;
  readonly now: () => Date;
  readonly log: Log;
}

/** A pause is one more moment at which the world may move on. */
export const pause: Pause = () => request('pause', () => undefined);

const NAMES = { bucket: BUCKET, table: TABLE };

/** Which result is told, and since which. */
export const plainAnnouncement: AnnounceResult = ({ manifest }, before) => ({
  subject: 'result',
  text: [manifest, typeof before === 'string' ? before : before.manifest]
    .map((text) => /"id": ?"([^"]*)"/.exec(text)?.[1] ?? text)
    .join(' after '),
});

const publisherOf = topicPublishers(sns);
const startRun = runStarter(lambda);

/** The steps of ingest on the deployed adapters. */
export const ingestPorts = ({ deployment: { centres, examination }, ...clock }: Invocation): IngestPorts =>
  ingestAdapters(
    { s3, database, startRun, publisherOf, pause, ...clock },
    {
      ...NAMES,
      keyArn: KEY_ARN,
      statisticsFunction: STATISTICS_FUNCTION,
      centres,
      examination,
      verdictTopics: VERDICT_TOPICS,
      desk: DESK,
    },
  );

/** The steps of a statistics run on the deployed adapters. */
export const statisticsPorts = (
  { deployment, ...clock }: Invocation,
  computation: ResultComputation,
): StatisticsPorts =>
  statisticsAdapters(
    { s3, database, queue: sqs, startRun, computation, pause, wait: pause, ...clock },
    {
      ...NAMES,
      uploadQueueUrl: UPLOAD_QUEUE,
      statisticsFunction: STATISTICS_FUNCTION,
      reportFunction: REPORT_FUNCTION,
      centres: deployment.centres,
      rules: deployment.examination.rules,
      study: deployment.settings,
      codeVersion: codeVersionOf(deployment),
      commit: COMMIT,
      fullVerificationDays: FULL_VERIFICATION_DAYS,
    },
  );

/** The steps of a report run on the deployed adapters. */
export const reportPorts = (
  { now, log }: Omit<Invocation, 'deployment'>,
  render: RenderReport,
): ReportLatestPorts =>
  reportAdapters(
    { s3, database, publisherOf, render, announce: plainAnnouncement, pause, now, log },
    { ...NAMES, resultsTopic: RESULTS_TOPIC, desk: DESK },
  );
