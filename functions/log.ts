/** What a line says of its event. */
export type LogFields = Readonly<Record<string, string | number | null>>;

/** Figures that CloudWatch draws and its alarms look at, by name. */
export type Metrics = Readonly<Record<string, number>>;

/**
 * One line of the log: what happened, to which file or result, and how much. Never a cell, never a patient:
 * the fields are counts, keys and names only.
 */
export type Log = (event: string, fields?: LogFields, metrics?: Metrics) => void;

/** Of everything that the study measures. */
export const METRIC_NAMESPACE = 'CtMriStudy';

/**
 * A log whose lines go there, each one JSON object. Those with metrics are in CloudWatch's embedded metric format, which takes
 * them out of the log, so that no function asks anybody to count:
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export const logTo =
  (write: (line: string) => void, now: () => Date): Log =>
  (event, fields = {}, metrics) =>
    write(JSON.stringify({ event, ...fields, ...(metrics && embedded(metrics, now())) }));

const embedded = (metrics: Metrics, now: Date) => ({
  ...metrics,
  _aws: {
    Timestamp: now.getTime(),
    CloudWatchMetrics: [
      {
        Namespace: METRIC_NAMESPACE,
        Dimensions: [[]],
        Metrics: Object.keys(metrics).map((Name) => ({
          Name,
          Unit: Name.endsWith('Milliseconds') ? 'Milliseconds' : 'Count',
        })),
      },
    ],
  },
});

/** A log that says with each line what all of them are about: by the id of a request its lines are found together. */
export const logAbout =
  (log: Log, about: LogFields): Log =>
  (event, fields, metrics) =>
    log(event, { ...about, ...fields }, metrics);

/** The event of a published result that differs from what its inputs give now; an alarm counts it. */
export const PUBLISHED_RESULT_DIFFERS = 'published-result-differs';

/** The event of a file that earlier rules accepted and today's refuse; an alarm counts it. */
export const REFUSED_BY_NEW_RULES = 'refused-by-new-rules';

/** The event of a result that was published without files that could not be looked at; an alarm counts it. */
export const PUBLISHED_WITH_PENDING = 'published-with-pending';

/** The event of files that nobody was told of, found by the night's comparison; an alarm counts it. */
export const EVENTS_LOST = 'events-lost';

/** The event of a centre's head that is none any more, and is made again from the bucket; an alarm counts it. */
export const HEAD_DAMAGED = 'head-damaged';

/** The event of a message that could not be handed to SNS; an alarm counts it. */
export const MAIL_NOT_SENT = 'mail-not-sent';

/** The name of what was thrown: its message may quote the data that it failed on. */
export const errorName = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

/** Our own files in a stack, by which the source map calls them, wherever they lie. */
const PLACE = /^\s+at .*?(?<!test\/)\b((?:functions|shared)\/[\w./-]+\.ts:\d+)/m;

/** What was thrown, and the line of the source that it came from, as far as that is known. */
export function failureOf(error: unknown): LogFields {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  // Behind the message, which may be of several lines and quote data.
  const message = error instanceof Error ? error.message : '';
  const places = stack.slice(stack.indexOf(message) + message.length);
  return { error: errorName(error), at: PLACE.exec(places)?.[1] ?? null };
}
