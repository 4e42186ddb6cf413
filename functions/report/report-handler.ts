import type { Context } from 'aws-lambda';
import * as z from 'zod';
import { readEnvironment } from '#functions/environment.ts';
import { failureOf, logAbout } from '#functions/log.ts';
import type { Rendering } from './render-latest.ts';
import { type ReportResources, reportAdapters } from './report-adapters.ts';
import { reportLatest } from './report-latest.ts';

const environmentSchema = z.object({
  BUCKET: z.string(),
  TABLE: z.string(),
  RESULTS_TOPIC: z.string(),
  DESK_URL: z.string(),
});
/** Who asks; each looks at the same things. */
const eventSchema = z.object({ source: z.enum(['statistics', 'schedule']) });

/** Started by statistics after a result, and by the clock; answers with the result whose report stands there now. */
export function reportHandler(
  environment: NodeJS.ProcessEnv,
  { log, ...resources }: ReportResources,
): (event: unknown, context: Pick<Context, 'awsRequestId'>) => Promise<Rendering> {
  const settings = readEnvironment(environmentSchema, environment);
  const places = {
    bucket: settings.BUCKET,
    table: settings.TABLE,
    resultsTopic: settings.RESULTS_TOPIC,
    desk: settings.DESK_URL,
  };
  return async (event, { awsRequestId: requestId }) => {
    const line = logAbout(log, { requestId });
    try {
      eventSchema.parse(event);
      return await reportLatest(reportAdapters({ ...resources, log: line }, places));
    } catch (error) {
      line('report-failed', failureOf(error));
      throw error;
    }
  };
}
