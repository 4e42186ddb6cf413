import { documentClient, queueClient, s3Client } from '#functions/clients.ts';
import { lambdaLog } from '#functions/lambda-log.ts';
import { studyTopics } from '#functions/mail/study-topics.ts';
import { startRun } from '#functions/start-run.ts';
import { pause } from '#functions/storage/pause.ts';
import { ingestHandler } from './ingest-handler.ts';

/** What Lambda calls: ingest, on the real services. */
export const handler = ingestHandler(process.env, {
  s3: s3Client(process.env),
  database: documentClient(),
  startRun,
  queue: queueClient(),
  publisherOf: studyTopics,
  now: () => new Date(),
  pause,
  log: lambdaLog,
});
