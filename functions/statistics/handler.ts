import { setTimeout } from 'node:timers/promises';
import { documentClient, queueClient, s3Client } from '#functions/clients.ts';
import { limitHeapGrowth } from '#functions/heap-growth.ts';
import { lambdaLog } from '#functions/lambda-log.ts';
import { startRun } from '#functions/start-run.ts';
import { pause } from '#functions/storage/pause.ts';
import { studyComputation } from '#shared/analyses/study-computation.ts';
import { statisticsHandler } from './statistics-handler.ts';

limitHeapGrowth();

/** What Lambda calls: a statistics run with the study's own computation, on the real services. */
export const handler = statisticsHandler(process.env, {
  s3: s3Client(process.env),
  database: documentClient(),
  queue: queueClient(),
  startRun,
  computation: studyComputation,
  now: () => new Date(),
  pause,
  wait: setTimeout,
  log: lambdaLog,
});
