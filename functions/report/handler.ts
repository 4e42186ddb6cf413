import { s3Client } from '#functions/clients.ts';
import { logTo } from '#functions/log.ts';
import { pause } from '#functions/storage/pause.ts';
import { reportFiles } from '#shared/result-report/report-files.ts';
import { reportHandler } from './report-handler.ts';

/** What Lambda calls: the study's own report, on the real services. */
export const handler = reportHandler(process.env, {
  s3: s3Client(process.env),
  render: reportFiles,
  now: () => new Date(),
  pause,
  log: logTo(console.log),
});
