import { Duration } from 'aws-cdk-lib';
import { type IRuleTarget, Rule, Schedule } from 'aws-cdk-lib/aws-events';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { costTags } from './cost-tags.ts';
import { retriedRuns } from './retried-runs.ts';
import { type StudyFunction, studyFunction } from './study-function.ts';

export interface ReportFunctionProps {
  readonly environment: Readonly<Record<'BUCKET' | 'TABLE' | 'RESULTS_TOPIC' | 'DESK_URL', string>>;
  readonly permissions: readonly PolicyStatement[];
  readonly logRetention: RetentionDays;
  /** Where a request goes that failed for good. */
  readonly failures: Queue;
}

/** Makes the page, the figures and the other files that people read from the tables that are published. */
export function reportFunction(scope: Construct, props: ReportFunctionProps): StudyFunction {
  return studyFunction(scope, 'Report', {
    description: 'CT-MRI study: makes the page and the figures of the latest result',
    component: 'report',
    entry: 'functions/report/handler.ts',
    environment: props.environment,
    timeout: Duration.minutes(2),
    // One whole core: a page takes seconds.
    memorySize: 1769,
    logRetention: props.logRetention,
    permissions: props.permissions,
    options: {
      // One at a time: two would only lose their writes to each other.
      reservedConcurrentExecutions: 1,
      ...retriedRuns(props.failures),
    },
  });
}

/** Has the report of the latest result looked at every hour, whoever failed to ask for it. */
export function hourlyReport(scope: Construct, run: IRuleTarget): void {
  const rule = new Rule(scope, 'HourlyReport', {
    description: 'CT-MRI study: is the page of the latest result there, and as its tables say?',
    schedule: Schedule.rate(Duration.hours(1)),
    targets: [run],
  });
  costTags(rule, 'report');
}
