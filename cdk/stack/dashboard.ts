import { Duration } from 'aws-cdk-lib';
import {
  type Alarm,
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IMetric,
  LogQueryWidget,
  Metric,
  Stats,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { METRIC_NAMESPACE } from '#functions/log.ts';
import { costTags } from './cost-tags.ts';
import type { StudyFunction } from './study-function.ts';
import type { UploadQueues } from './upload-queue.ts';

export interface WatchedStudy {
  readonly alarms: readonly Alarm[];
  readonly queues: UploadQueues;
  readonly functions: readonly StudyFunction[];
}

const HALF = 12;
const WHOLE = 24;

/** What an operator looks at first: the alarms, what came of uploads and runs, what waits, how long it took, the last lines. */
export function dashboard(scope: Construct, { alarms, queues, functions }: WatchedStudy): void {
  const period = Duration.hours(1);
  const counted = (metricName: string) =>
    new Metric({ namespace: METRIC_NAMESPACE, metricName, period, statistic: Stats.SUM });
  const longest = (metricName: string) =>
    new Metric({ namespace: METRIC_NAMESPACE, metricName, period, statistic: Stats.MAXIMUM });
  const graph = (title: string, left: IMetric[], right: IMetric[] = []) =>
    new GraphWidget({ title, left, right, width: HALF });
  const lastLines = (title: string, event: string, fields: string) =>
    new LogQueryWidget({
      title,
      width: WHOLE,
      logGroupNames: functions.map(({ logGroup }) => logGroup.logGroupName),
      queryLines: [
        `filter event = "${event}"`,
        `fields @timestamp, ${fields}`,
        'sort @timestamp desc',
        'limit 20',
      ],
    });
  const made = new Dashboard(scope, 'Dashboard', {
    widgets: [
      [new AlarmStatusWidget({ title: 'Alarmes / Alarms', alarms: [...alarms], width: WHOLE })],
      [
        graph(
          'Fichiers / Files',
          ['Accepted', 'Refused', 'Withdrawn', 'Failed'].map((end) => counted(`Uploads${end}`)),
          [counted('RowsAccepted')],
        ),
        graph(
          'Résultats / Results',
          [counted('ResultsConfirmed'), counted('Nights')],
          [longest('FilesWaitedFor'), longest('FilesPending')],
        ),
      ],
      [
        graph('Files d’attente / Queues', [
          queues.uploads.metricApproximateNumberOfMessagesVisible({ statistic: Stats.MAXIMUM }),
          queues.deadLetters.metricApproximateNumberOfMessagesVisible({ statistic: Stats.MAXIMUM }),
        ]),
        graph(
          'Durées ; à droite, âge du dernier résultat / Times; on the right, age of the latest result',
          [longest('UploadMilliseconds'), longest('RunMilliseconds')],
          [longest('ResultAgeMilliseconds')],
        ),
      ],
      [
        graph(
          'Erreurs / Errors',
          functions.map(({ lambda }) => lambda.metricErrors()),
        ),
        graph(
          'Appels / Invocations',
          functions.map(({ lambda }) => lambda.metricInvocations()),
        ),
      ],
      [
        lastLines(
          'Derniers fichiers / Last files',
          'upload',
          'requestId, centre, key, outcome, RowsAccepted, error, at',
        ),
      ],
      [
        lastLines(
          'Derniers calculs / Last runs',
          'run',
          'requestId, askedBy, source, outcome, id, files, rows, error, at',
        ),
      ],
    ],
  });
  costTags(made, 'alarms');
}
