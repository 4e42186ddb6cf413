import type { Context } from 'aws-lambda';
import * as z from 'zod';
import { centreList, readEnvironment, studySettings } from '#functions/environment.ts';
import { SOURCES } from '#functions/statistics-request.ts';
import type { PendingFile } from '#shared/publication/pending.ts';
import { notedRun } from './noted-run.ts';
import { runStatistics } from './run-statistics.ts';
import { type StatisticsResources, statisticsAdapters } from './statistics-adapters.ts';

const environmentSchema = z.object({
  BUCKET: z.string(),
  TABLE: z.string(),
  UPLOAD_QUEUE_URL: z.string(),
  STATISTICS_FUNCTION: z.string(),
  REPORT_FUNCTION: z.string(),
  CENTRES: centreList,
  RULES: z.string(),
  STUDY_SETTINGS: studySettings,
  CODE_VERSION: z.string(),
  CODE_COMMIT: z.string(),
  FULL_VERIFICATION_DAYS: z.coerce.number(),
});
const eventSchema = z.object({
  source: z.enum(SOURCES),
  askedBy: z.string().nullable().default(null),
});

/** The id of the latest result and the keys that it was published without, the keys of the files without which nothing is published yet, or that a newer run publishes. */
type Answer =
  | { readonly id: string; readonly pending?: readonly string[] }
  | { readonly waitingFor: readonly string[] }
  | { readonly overtaken: true };

/** Started by ingest after a change, and by the clock; answers with the latest result, or with what it waits for. */
export function statisticsHandler(
  environment: NodeJS.ProcessEnv,
  { log, ...resources }: StatisticsResources,
): (event: unknown, context: Pick<Context, 'awsRequestId'>) => Promise<Answer> {
  const settings = readEnvironment(environmentSchema, environment);
  const places = {
    bucket: settings.BUCKET,
    table: settings.TABLE,
    uploadQueueUrl: settings.UPLOAD_QUEUE_URL,
    statisticsFunction: settings.STATISTICS_FUNCTION,
    reportFunction: settings.REPORT_FUNCTION,
    centres: settings.CENTRES,
    rules: settings.RULES,
    study: settings.STUDY_SETTINGS,
    codeVersion: settings.CODE_VERSION,
    commit: settings.CODE_COMMIT,
    fullVerificationDays: settings.FULL_VERIFICATION_DAYS,
  };
  return async (event, { awsRequestId: requestId }) => {
    const { source, askedBy } = eventSchema.parse(event);
    const publication = await notedRun(log, { requestId, source, askedBy }, resources.now, (own) =>
      runStatistics(statisticsAdapters({ ...resources, log: own }, places, requestId), source),
    );
    if (publication === 'overtaken') return { overtaken: true };
    if ('waitingFor' in publication) return { waitingFor: keysOf(publication.waitingFor) };
    const { id, pending } = publication;
    return pending.length === 0 ? { id } : { id, pending: keysOf(pending) };
  };
}

const keysOf = (files: readonly PendingFile[]): readonly string[] => files.map(({ key }) => key);
