import * as z from 'zod';
import { propertiesOf, readable, type Synthesised } from './synthesise.ts';

const filterSchema = z.object({
  FilterPattern: z.string(),
  LogGroupName: z.unknown(),
  MetricTransformations: z.tuple([
    z.object({ MetricNamespace: z.string(), MetricName: z.string(), MetricValue: z.string() }),
  ]),
});
export type MetricFilter = z.infer<typeof filterSchema>;

/** What counts events of the functions' logs. */
export const metricFilters = ({ resources }: Synthesised): readonly MetricFilter[] =>
  [...resources.values()]
    .filter(({ Type }) => Type === 'AWS::Logs::MetricFilter')
    .map(({ Properties }) => filterSchema.parse(Properties));

/** What the dashboard shows, as a text. */
export const dashboardBody = (study: Synthesised): string =>
  readable(propertiesOf(study, 'AWS::CloudWatch::Dashboard', 'Dashboard')['DashboardBody']);

/** The metrics that functions measure, all of which the dashboard draws. */
export const drawnMetrics = (study: Synthesised): readonly string[] =>
  [...dashboardBody(study).matchAll(/"CtMriStudy","(\w+)"/g)].map(([, name = '']) => name);
