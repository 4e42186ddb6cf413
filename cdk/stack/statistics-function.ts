import { Duration } from 'aws-cdk-lib';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { INTENDED_LOOP } from './intended-loop.ts';
import { retriedRuns } from './retried-runs.ts';
import { type StudyFunction, studyFunction } from './study-function.ts';

export interface StatisticsFunctionProps {
  readonly environment: Readonly<
    Record<
      | 'BUCKET'
      | 'TABLE'
      | 'UPLOAD_QUEUE_URL'
      | 'STATISTICS_FUNCTION'
      | 'REPORT_FUNCTION'
      | 'CENTRES'
      | 'RULES'
      | 'STUDY_SETTINGS'
      | 'CODE_VERSION'
      | 'CODE_COMMIT'
      | 'FULL_VERIFICATION_DAYS',
      string
    >
  >;
  readonly permissions: readonly PolicyStatement[];
  readonly logRetention: RetentionDays;
  /** Where a request goes that failed for good. */
  readonly failures: Queue;
}

/** Its name in the stack. */
export const STATISTICS = 'Statistics';

/** Computes the study's tables from what is in force now, and publishes them. */
export function statisticsFunction(scope: Construct, props: StatisticsFunctionProps): StudyFunction {
  return studyFunction(scope, STATISTICS, {
    description: 'CT-MRI study: computes the tables from all accepted rows and publishes them',
    component: 'statistics',
    entry: 'functions/statistics/handler.ts',
    environment: props.environment,
    // Lambda's longest.
    timeout: Duration.minutes(15),
    // A million rows in columns, and two cores: the second one collects garbage while the first one computes.
    memorySize: 3008,
    logRetention: props.logRetention,
    permissions: props.permissions,
    options: {
      // One run at a time: a burst of uploads costs one or two runs, each of which sees all of them.
      reservedConcurrentExecutions: 1,
      ...retriedRuns(props.failures),
      ...INTENDED_LOOP,
    },
  });
}
