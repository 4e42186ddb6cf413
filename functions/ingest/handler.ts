import { documentClient, lambdaClient, queueClient, s3Client, topicClient } from '#functions/clients.ts';
import { logTo } from '#functions/log.ts';
import { mailPublishers } from '#functions/mail/publish-mail.ts';
import { pause } from '#functions/storage/pause.ts';
import { ingestHandler } from './ingest-handler.ts';

/** What Lambda calls: ingest, on the real services. */
export const handler = ingestHandler(process.env, {
  s3: s3Client(process.env),
  database: documentClient(),
  lambda: lambdaClient(),
  queue: queueClient(),
  publisherOf: mailPublishers(topicClient()),
  now: () => new Date(),
  pause,
  log: logTo(console.log),
});
