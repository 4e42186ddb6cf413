import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  type AlarmProps,
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
  EVENTS_LOST,
  HEAD_DAMAGED,
  MAIL_NOT_SENT,
  METRIC_NAMESPACE,
  PUBLISHED_RESULT_DIFFERS,
  PUBLISHED_WITH_PENDING,
  REFUSED_BY_NEW_RULES,
} from '#functions/log.ts';
import { type Bilingual, bothLanguages } from '#shared/language.ts';
import {
  alarmTexts,
  LONGEST_NIGHT_HOURS,
  LONGEST_UNCONFIRMED_HOURS,
  LONGEST_UPLOAD_WAIT_MINUTES,
} from './alarm-texts.ts';
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
  /** Whether the clock starts a run every day. */
  readonly isDaily: boolean;
  /** Who is told; nobody when `alarmEmail` is not configured. */
  readonly action?: IAlarmAction;
}

const period = Duration.minutes(5);

/** Requests in that time; a page that is turned away once tries again. */
const MOST_TURNED_AWAY = 20;

/** How long an alarm stays that something happened: its end says that it did not happen again for an hour. */
const PERIODS_OF_AN_HOUR = 12;

/**
 * One alarm for each way in which a centre could be left with tables that are not right, and not know it. Whoever is told
 * that one began is told that it ended, too.
 */
export function alarms(scope: Construct, watched: WatchedParts): readonly Alarm[] {
  const { queues, statisticsFailures, reportFailures, ingest, statistics, report, desk, action } = watched;
  const all: Alarm[] = [];
  const made = (id: string, text: Bilingual, props: Omit<AlarmProps, 'alarmDescription'>) => {
    const alarm = new Alarm(scope, id, { ...props, alarmDescription: bothLanguages(text) });
    costTags(alarm, 'alarms');
    if (action) {
      alarm.addAlarmAction(action);
      alarm.addOkAction(action);
    }
    all.push(alarm);
  };
  /** As long as a figure is above that. */
  const alarm = (id: string, text: Bilingual, metric: IMetric, above = 0, evaluationPeriods = 1) =>
    made(id, text, {
      metric,
      threshold: above,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods,
      datapointsToAlarm: 1,
      // No figure means that nothing happened: nobody uploads at night.
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  /** Something happened, and for an hour after. */
  const happened = (id: string, text: Bilingual, metric: IMetric, above = 0) =>
    alarm(id, text, metric, above, PERIODS_OF_AN_HOUR);
  /** Nothing was counted for so many hours. */
  const absent = (id: string, text: Bilingual, metricName: string, hours: number) =>
    made(id, text, {
      metric: new Metric({
        namespace: METRIC_NAMESPACE,
        metricName,
        period: Duration.hours(1),
        statistic: Stats.SUM,
      }),
      threshold: 1,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      evaluationPeriods: hours,
      datapointsToAlarm: hours,
      treatMissingData: TreatMissingData.BREACHING,
    });
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
  happened('StatisticsFails', alarmTexts.statisticsFails, statistics.lambda.metricErrors({ period }));
  alarm('ReportGaveUp', alarmTexts.reportGaveUp, waiting(reportFailures));
  happened('ReportFails', alarmTexts.reportFails, report.lambda.metricErrors({ period }));
  // Of the address, so that answers of 500 count as well as functions that end without one.
  const failures = desk.lambda.metric('Url5xxCount', { period, statistic: Stats.SUM });
  happened('DeskFails', alarmTexts.deskFails, failures);
  happened(
    'DeskThrottled',
    alarmTexts.deskThrottled,
    desk.lambda.metricThrottles({ period }),
    MOST_TURNED_AWAY,
  );
  const logged = (
    id: string,
    text: Bilingual,
    event: string,
    ...[first, ...others]: readonly [StudyFunction, ...StudyFunction[]]
  ) => {
    happened(id, text, loggedEvents(scope, id, event, first.logGroup));
    // Each function has a log of its own; the metric is one.
    for (const { lambda, logGroup } of others) {
      countEvents(scope, `${id}${lambda.node.id}Filter`, id, event, logGroup);
    }
  };
  logged('PublishedResultDiffers', alarmTexts.publishedResultDiffers, PUBLISHED_RESULT_DIFFERS, statistics);
  logged('PublishedWithPending', alarmTexts.publishedWithPending, PUBLISHED_WITH_PENDING, statistics);
  logged('RefusedByNewRules', alarmTexts.refusedByNewRules, REFUSED_BY_NEW_RULES, ingest);
  logged('HeadDamaged', alarmTexts.headDamaged, HEAD_DAMAGED, ingest, statistics);
  logged('EventsLost', alarmTexts.eventsLost, EVENTS_LOST, statistics);
  logged('MailNotSent', alarmTexts.mailNotSent, MAIL_NOT_SENT, ingest, report);
  if (watched.isDaily) {
    absent('NightMissed', alarmTexts.nightMissed, 'Nights', LONGEST_NIGHT_HOURS);
    absent('ResultStale', alarmTexts.resultStale, 'ResultsConfirmed', LONGEST_UNCONFIRMED_HOURS);
  }
  return all;
}

/** How often a log names an event. */
function loggedEvents(scope: Construct, metricName: string, event: string, logGroup: ILogGroup): Metric {
  countEvents(scope, `${metricName}Filter`, metricName, event, logGroup);
  return new Metric({ namespace: METRIC_NAMESPACE, metricName, period, statistic: Stats.SUM });
}

/** Counts an event of a log in a metric. Each line is one JSON object, so that no name of a file can look like an event. */
function countEvents(
  scope: Construct,
  id: string,
  metricName: string,
  event: string,
  logGroup: ILogGroup,
): void {
  new MetricFilter(scope, id, {
    metricNamespace: METRIC_NAMESPACE,
    metricName,
    logGroup,
    filterPattern: FilterPattern.stringValue('$.event', '=', event),
    metricValue: '1',
  });
}
