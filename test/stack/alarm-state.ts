import * as z from 'zod';
import { metricFilters } from './metrics.ts';
import { propertiesOf, readable, type Synthesised } from './synthesise.ts';

const alarmSchema = z.object({
  Namespace: z.string(),
  MetricName: z.string(),
  Threshold: z.number(),
  ComparisonOperator: z.enum(['GreaterThanThreshold', 'LessThanThreshold']),
  Statistic: z.enum(['Sum', 'Maximum']),
  Period: z.number(),
  EvaluationPeriods: z.number(),
  DatapointsToAlarm: z.number(),
  TreatMissingData: z.enum(['breaching', 'notBreaching']),
});
type AlarmProperties = z.infer<typeof alarmSchema>;

/** A figure that CloudWatch got. */
export interface Figure {
  /** With its namespace: `CtMriStudy/Nights`. */
  readonly metric: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly value: number;
}

/**
 * Which state an alarm of the template is in, as CloudWatch decides it: of the latest periods so many are beyond the
 * threshold; one without a figure counts as the alarm says.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html#alarm-evaluation
 */
export function alarmState(
  study: Synthesised,
  id: string,
  figures: readonly Figure[],
  now: number,
): 'ALARM' | 'OK' {
  const alarm = alarmSchema.parse(propertiesOf(study, 'AWS::CloudWatch::Alarm', id));
  const own = figures.filter(({ metric }) => metric === `${alarm.Namespace}/${alarm.MetricName}`);
  const length = alarm.Period * 1000;
  const periods = Array.from({ length: alarm.EvaluationPeriods }, (_, ago) => {
    const end = now - ago * length;
    return own.filter(({ at }) => at > end - length && at <= end).map(({ value }) => value);
  });
  const beyond = periods.filter((values) => isBeyond(alarm, values)).length;
  return beyond >= alarm.DatapointsToAlarm ? 'ALARM' : 'OK';
}

function isBeyond(alarm: AlarmProperties, values: readonly number[]): boolean {
  if (values.length === 0) return alarm.TreatMissingData === 'breaching';
  const value = alarm.Statistic === 'Sum' ? values.reduce((sum, one) => sum + one, 0) : Math.max(...values);
  return alarm.ComparisonOperator === 'GreaterThanThreshold'
    ? value > alarm.Threshold
    : value < alarm.Threshold;
}

/** A member of a JSON object, and the text that it must be. */
const MEMBER = /^\{ \$\.(\w+) = "([^"]+)" \}$/;

const embeddedSchema = z.looseObject({
  _aws: z.object({
    Timestamp: z.number(),
    CloudWatchMetrics: z.array(
      z.object({
        Namespace: z.string(),
        Dimensions: z.tuple([z.tuple([])]),
        Metrics: z.array(z.object({ Name: z.string(), Unit: z.enum(['Count', 'Milliseconds']) })),
      }),
    ),
  }),
});

/** What CloudWatch takes out of the lines of a function's log: by the template's filters, and of what is embedded in them. */
export function figuresOf(
  study: Synthesised,
  logGroup: string,
  lines: readonly string[],
  at: number,
): readonly Figure[] {
  const filters = metricFilters(study).filter(({ LogGroupName }) => readable(LogGroupName) === logGroup);
  const filtered = filters.flatMap(({ FilterPattern, MetricTransformations: [made] }) => {
    const [, member, text] = MEMBER.exec(FilterPattern) ?? [];
    if (member === undefined) throw new Error(`no single member: ${FilterPattern}`);
    const metric = `${made.MetricNamespace}/${made.MetricName}`;
    return lines
      .filter((line) => z.looseObject({}).parse(JSON.parse(line))[member] === text)
      .map(() => ({ metric, at, value: Number(made.MetricValue) }));
  });
  return [...filtered, ...lines.flatMap(embeddedFigures)];
}

function embeddedFigures(line: string): readonly Figure[] {
  const document = embeddedSchema.safeParse(JSON.parse(line));
  if (!document.success) return [];
  const { _aws, ...members } = document.data;
  return _aws.CloudWatchMetrics.flatMap(({ Namespace, Metrics }) =>
    Metrics.map(({ Name }) => ({
      metric: `${Namespace}/${Name}`,
      at: _aws.Timestamp,
      value: z.number().parse(members[Name]),
    })),
  );
}
