import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IAlarmAction,
  type IMetric,
  Metric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import {
  HEAD_DAMAGED,
  MAIL_NOT_SENT,
  PUBLISHED_RESULT_DIFFERS,
  PUBLISHED_WITH_PENDING,
  REFUSED_BY_NEW_RULES,
} from '#functions/log.ts';
import { type Bilingual, bothLanguages } from '#shared/language.ts';
import { alarmTexts, LONGEST_UPLOAD_WAIT_MINUTES } from './alarm-texts.ts';
import { costTags } from './cost-tags.ts';
import type { StudyFunction } from './study-function.ts';
import type { UploadQueues } from './upload-queue.ts';

export interface WatchedParts {
  readonly queues: UploadQueues;
  readonly statisticsFailures: Queue;
  readonly reportFailures: Queue;
  readonly ingest: StudyFunction;
  readonly statistics: StudyFunction;
  readonly report: StudyFunction;
  readonly desk: StudyFunction;
  /** Who is told; nobody when `alarmEmail` is not configured. */
  readonly action?: IAlarmAction;
}

const period = Duration.minutes(5);

/** Requests in that time; a page that is turned away once tries again. */
const MOST_TURNED_AWAY = 20;

/** One alarm for each way in which a centre could be left with tables that are not right, and not know it. */
export function alarms(scope: Construct, watched: WatchedParts): void {
  const { queues, statisticsFailures, reportFailures, ingest, statistics, report, desk, action } = watched;
  const alarm = (id: string, text: Bilingual, metric: IMetric, above = 0) => {
    const made = new Alarm(scope, id, {
      alarmDescription: bothLanguages(text),
      metric,
      threshold: above,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 1,
      // No figure means that nothing happened: nobody uploads at night.
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    costTags(made, 'alarms');
    if (action) made.addAlarmAction(action);
  };
  const waiting = (queue: Queue) =>
    queue.metricApproximateNumberOfMessagesVisible({ period, statistic: Stats.MAXIMUM });

  alarm('UploadSetAside', alarmTexts.uploadSetAside, waiting(queues.deadLetters));
  alarm(
    'UploadWaits',
    alarmTexts.uploadWaits,
    queues.uploads.metricApproximateAgeOfOldestMessage({ period, statistic: Stats.MAXIMUM }),
    LONGEST_UPLOAD_WAIT_MINUTES * 60,
  );
  alarm('StatisticsGaveUp', alarmTexts.statisticsGaveUp, waiting(statisticsFailures));
  alarm('StatisticsFails', alarmTexts.statisticsFails, statistics.lambda.metricErrors({ period }));
  alarm('ReportGaveUp', alarmTexts.reportGaveUp, waiting(reportFailures));
  alarm('ReportFails', alarmTexts.reportFails, report.lambda.metricErrors({ period }));
  // Of the address, so that answers of 500 count as well as functions that end without one.
  const failures = desk.lambda.metric('Url5xxCount', { period, statistic: Stats.SUM });
  alarm('DeskFails', alarmTexts.deskFails, failures);
  alarm('DeskThrottled', alarmTexts.deskThrottled, desk.lambda.metricThrottles({ period }), MOST_TURNED_AWAY);
  const logged = (
    id: string,
    text: Bilingual,
    event: string,
    ...[first, ...others]: readonly [StudyFunction, ...StudyFunction[]]
  ) => {
    alarm(id, text, loggedEvents(scope, id, event, first.logGroup));
    // Each function has a log of its own; the metric is one.
    for (const { lambda, logGroup } of others) {
      countEvents(scope, `${id}${lambda.node.id}Filter`, id, event, logGroup);
    }
  };
  logged('PublishedResultDiffers', alarmTexts.publishedResultDiffers, PUBLISHED_RESULT_DIFFERS, statistics);
  logged('PublishedWithPending', alarmTexts.publishedWithPending, PUBLISHED_WITH_PENDING, statistics);
  logged('RefusedByNewRules', alarmTexts.refusedByNewRules, REFUSED_BY_NEW_RULES, ingest);
  logged('HeadDamaged', alarmTexts.headDamaged, HEAD_DAMAGED, ingest, statistics);
  logged('MailNotSent', alarmTexts.mailNotSent, MAIL_NOT_SENT, ingest, report);
}

const NAMESPACE = 'CtMriStudy';

/** How often a log names an event. */
function loggedEvents(scope: Construct, metricName: string, event: string, logGroup: ILogGroup): Metric {
  countEvents(scope, `${metricName}Filter`, metricName, event, logGroup);
  return new Metric({ namespace: NAMESPACE, metricName, period, statistic: Stats.SUM });
}

/** Counts an event of a log in a metric; a plain term, so that any log format counts. */
function countEvents(
  scope: Construct,
  id: string,
  metricName: string,
  event: string,
  logGroup: ILogGroup,
): void {
  new MetricFilter(scope, id, {
    metricNamespace: NAMESPACE,
    metricName,
    logGroup,
    filterPattern: FilterPattern.literal(`"${event}"`),
    metricValue: '1',
  });
}
