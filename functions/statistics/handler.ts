import * as z from 'zod';
import { documentClient, queueClient, s3Client } from '#functions/clients.ts';
import { centreList, readEnvironment } from '#functions/environment.ts';
import { log } from '#functions/log.ts';
import { pause } from '#functions/storage/pause.ts';
import { parseJson } from '#shared/json.ts';
import { studySettingsSchema } from '#shared/protocol/study-settings.ts';
import { runStatistics } from './run-statistics.ts';
import { statisticsAdapters } from './statistics-adapters.ts';

const settings = readEnvironment(
  z.object({
    BUCKET: z.string(),
    TABLE: z.string(),
    UPLOAD_QUEUE_URL: z.string(),
    CENTRES: centreList,
    STUDY_SETTINGS: z.string().transform(parseJson).pipe(studySettingsSchema),
    CODE_VERSION: z.string(),
  }),
  process.env,
);
const ports = statisticsAdapters({
  s3: s3Client(process.env),
  database: documentClient(),
  queue: queueClient(),
  bucket: settings.BUCKET,
  table: settings.TABLE,
  uploadQueueUrl: settings.UPLOAD_QUEUE_URL,
  centres: settings.CENTRES,
  settings: settings.STUDY_SETTINGS,
  codeVersion: settings.CODE_VERSION,
  now: () => new Date(),
  pause,
  log,
});

const eventSchema = z.object({ source: z.enum(['upload', 'schedule']) });

/** Started by ingest after a change, and by the clock; answers with the id of the result now in force. */
export async function handler(event: unknown): Promise<{ readonly id: string }> {
  const { source } = eventSchema.parse(event);
  return { id: await runStatistics(ports, source) };
}
