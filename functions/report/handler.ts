import { documentClient, s3Client } from '#functions/clients.ts';
import { lambdaLog } from '#functions/lambda-log.ts';
import { studyTopics } from '#functions/mail/study-topics.ts';
import { pause } from '#functions/storage/pause.ts';
import { resultMail } from '#shared/mail/result-mail.ts';
import { reportFiles } from '#shared/result-report/report-files.ts';
import { reportHandler } from './report-handler.ts';

/** What Lambda calls: the study's own report, on the real services. */
export const handler = reportHandler(process.env, {
  s3: s3Client(process.env),
  database: documentClient(),
  publisherOf: studyTopics,
  render: reportFiles,
  announce: resultMail,
  now: () => new Date(),
  pause,
  log: lambdaLog,
});
