import * as z from 'zod';
import { documentClient, queueClient, s3Client } from '#functions/clients.ts';
import { readEnvironment } from '#functions/environment.ts';
import { log } from '#functions/log.ts';
import { batchWriter } from '#functions/storage/batch-write.ts';
import { conditionalWriter, textReader } from '#functions/storage/conditional-object.ts';
import { headsReader } from '#functions/storage/heads.ts';
import { pause } from '#functions/storage/pause.ts';
import { rowKeysReader, rowsReader } from '#functions/storage/rows.ts';
import {
  generationClaimer,
  generationForgetter,
  stagedGenerationsReader,
} from '#functions/storage/staged-generations.ts';
import { hintSender } from './hint-sender.ts';
import { uploadsLister } from './listed-uploads.ts';
import { runStatistics, type StatisticsPorts } from './run-statistics.ts';
import { studyRowsReader } from './study-rows.ts';

const settingsSchema = z.object({
  BUCKET: z.string(),
  TABLE: z.string(),
  UPLOAD_QUEUE_URL: z.string(),
  CODE_VERSION: z.string(),
});
type Settings = z.infer<typeof settingsSchema>;

/** Connects a statistics run to the deployed bucket, table and queue. */
export function statisticsPorts(settings: Settings, environment: NodeJS.ProcessEnv): StatisticsPorts {
  const { BUCKET: bucket, TABLE: table } = settings;
  const s3 = s3Client(environment);
  const database = documentClient();
  return {
    codeVersion: settings.CODE_VERSION,
    now: () => new Date(),
    pause,
    log,
    readHeads: headsReader(database, table),
    readStudyRows: studyRowsReader(rowsReader(database, table)),
    readText: textReader(s3, bucket),
    writeOver: conditionalWriter(s3, bucket),
    listUploads: uploadsLister(s3, bucket),
    sendHint: hintSender(queueClient(), settings.UPLOAD_QUEUE_URL),
    readStagedGenerations: stagedGenerationsReader(database, table),
    claimGeneration: generationClaimer(database, table),
    readRowKeys: rowKeysReader(database, table),
    writeAll: batchWriter(database, table, pause),
    forgetGeneration: generationForgetter(database, table),
  };
}

const ports = statisticsPorts(readEnvironment(settingsSchema, process.env), process.env);

const eventSchema = z.object({ source: z.enum(['upload', 'schedule']) });

/** Started by ingest after a change, and by the clock; answers with the id of the result now in force. */
export async function handler(event: unknown): Promise<{ readonly id: string }> {
  const { source } = eventSchema.parse(event);
  return { id: await runStatistics(ports, source) };
}
