import type { SQSEvent } from 'aws-lambda';
import { ingestHandler } from '#functions/ingest/ingest-handler.ts';
import { logTo } from '#functions/log.ts';
import { topicPublishers } from '#functions/mail/topic-publishers.ts';
import { reportHandler } from '#functions/report/report-handler.ts';
import { runStarter } from '#functions/run-starter.ts';
import { statisticsHandler } from '#functions/statistics/statistics-handler.ts';
import { SETTINGS } from '#test/study/settings.ts';
import { database, lambda, s3, sns, sqs } from './clients.ts';
import { finish } from './deliveries.ts';
import { CENTRES, CODE_VERSION, COMMIT } from './deployment.ts';
import {
  BUCKET,
  DESK,
  KEY_ARN,
  REPORT_FUNCTION,
  RESULTS_TOPIC,
  STATISTICS_FUNCTION,
  TABLE,
  UPLOAD_QUEUE,
  VERDICT_TOPICS,
} from './names.ts';
import { plainReport } from './plain-report.ts';
import { pause, plainAnnouncement } from './ports.ts';
import { RULE_SETS } from './rule-sets.ts';
import type { World } from './world.ts';

/** As the stack writes it. */
export const ENVIRONMENT = {
  BUCKET,
  TABLE,
  KEY: KEY_ARN,
  STATISTICS_FUNCTION,
  CENTRES: CENTRES.join(','),
  RULES: RULE_SETS.today.rules,
  UPLOAD_QUEUE_URL: UPLOAD_QUEUE,
  REPORT_FUNCTION,
  STUDY_SETTINGS: JSON.stringify(SETTINGS),
  VERDICT_TOPICS,
  RESULTS_TOPIC,
  DESK_URL: DESK,
  CODE_VERSION,
  CODE_COMMIT: COMMIT,
  FULL_VERIFICATION_DAYS: '7',
};

/** What both handlers work on and with, in this world. */
export const resourcesOf = (world: World) => ({
  s3,
  database,
  queue: sqs,
  publisherOf: topicPublishers(sns),
  startRun: runStarter(lambda),
  now: () => new Date(world.now()),
  pause,
  wait: pause,
  log: logTo(
    (line) => void world.logLines.push(line),
    () => new Date(world.now()),
  ),
});
/** What Lambda says at the beginning of a run, whose longest is ten minutes. */
export const contextOf = (awsRequestId: string) => ({
  awsRequestId,
  getRemainingTimeInMillis: () => 600_000,
});
export const ingestIn = (world: World) => (event: SQSEvent) =>
  ingestHandler(ENVIRONMENT, resourcesOf(world))(event, contextOf('ingest-1'));
export const statisticsIn = (world: World) => (event: unknown) =>
  statisticsHandler(ENVIRONMENT, { ...resourcesOf(world), computation: world.computation })(
    event,
    contextOf('statistics-1'),
  );
export const reportIn = (world: World) => (event: unknown) =>
  reportHandler(ENVIRONMENT, {
    ...resourcesOf(world),
    render: plainReport('1.0.0'),
    announce: plainAnnouncement,
  })(event, contextOf('report-1'));

/** As SQS hands it over. */
export const message = (messageId: string, body: string, timesReceived = 1) => ({
  messageId,
  body,
  receiptHandle: `receipt of ${messageId}`,
  attributes: {
    ApproximateReceiveCount: String(timesReceived),
    SentTimestamp: '',
    SenderId: '',
    ApproximateFirstReceiveTimestamp: '',
  },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: '',
  awsRegion: '',
});

/** What the handler answers, and what it logs. */
export async function outcomeOf<Answer>(world: World, handle: () => Promise<Answer>) {
  let answer: Answer | undefined;
  const run = await world.run(async () => {
    answer = await handle();
  });
  await finish(world);
  return { answer, error: run.error, log: world.logLines.map((line): unknown => JSON.parse(line)) };
}
