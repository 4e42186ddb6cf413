import * as z from 'zod';
import { centreList, readEnvironment, studySettings } from '#functions/environment.ts';
import { runStatistics } from './run-statistics.ts';
import { type StatisticsResources, statisticsAdapters } from './statistics-adapters.ts';

const environmentSchema = z.object({
  BUCKET: z.string(),
  TABLE: z.string(),
  UPLOAD_QUEUE_URL: z.string(),
  REPORT_FUNCTION: z.string(),
  CENTRES: centreList,
  RULES: z.string(),
  STUDY_SETTINGS: studySettings,
  CODE_VERSION: z.string(),
  CODE_COMMIT: z.string(),
});
const eventSchema = z.object({ source: z.enum(['upload', 'schedule']) });

/** The id of the latest result, or the keys of the files without which nothing is published yet. */
type Answer = { readonly id: string } | { readonly waitingFor: readonly string[] };

/** Started by ingest after a change, and by the clock; answers with the latest result, or with what it waits for. */
export function statisticsHandler(
  environment: NodeJS.ProcessEnv,
  resources: StatisticsResources,
): (event: unknown) => Promise<Answer> {
  const settings = readEnvironment(environmentSchema, environment);
  const ports = statisticsAdapters(resources, {
    bucket: settings.BUCKET,
    table: settings.TABLE,
    uploadQueueUrl: settings.UPLOAD_QUEUE_URL,
    reportFunction: settings.REPORT_FUNCTION,
    centres: settings.CENTRES,
    rules: settings.RULES,
    study: settings.STUDY_SETTINGS,
    codeVersion: settings.CODE_VERSION,
    commit: settings.CODE_COMMIT,
  });
  return async (event) => {
    const { source } = eventSchema.parse(event);
    const publication = await runStatistics(ports, source);
    return 'id' in publication
      ? { id: publication.id }
      : { waitingFor: publication.waitingFor.map(({ key }) => key) };
  };
}
