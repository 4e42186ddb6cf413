import * as z from 'zod';
import { readEnvironment } from '#functions/environment.ts';
import { type Rendering, renderLatest } from './render-latest.ts';
import { type ReportResources, reportAdapters } from './report-adapters.ts';

const environmentSchema = z.object({ BUCKET: z.string() });
/** Who asks; each looks at the same things. */
const eventSchema = z.object({ source: z.enum(['statistics', 'schedule']) });

/** Started by statistics after a result, and by the clock; answers with the result whose report stands there now. */
export function reportHandler(
  environment: NodeJS.ProcessEnv,
  resources: ReportResources,
): (event: unknown) => Promise<Rendering> {
  const { BUCKET } = readEnvironment(environmentSchema, environment);
  const ports = reportAdapters(resources, { bucket: BUCKET });
  return async (event) => {
    eventSchema.parse(event);
    return renderLatest(ports);
  };
}
