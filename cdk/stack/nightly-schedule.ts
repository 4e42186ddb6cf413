import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { costTags } from './cost-tags.ts';
import { LONGEST_WAIT, RETRIES } from './statistics-function.ts';

/**
 * Wakes the statistics function by the clock: reconcile, sweep, recompute.
 *
 * A rule, not an EventBridge Scheduler schedule: one resource less (its role), and LocalStack fires rules only.
 *
 * @param expression - `cron(…)` in UTC, or `rate(…)`
 */
export function nightlySchedule(
  scope: Construct,
  expression: string,
  statistics: IFunction,
  failures: Queue,
): Rule {
  const rule = new Rule(scope, 'NightlySchedule', {
    description: 'CT-MRI study: reconcile with the bucket, sweep old rows, recompute the tables',
    schedule: Schedule.expression(expression),
    targets: [
      new LambdaFunction(statistics, {
        event: RuleTargetInput.fromObject({ source: 'schedule' }),
        retryAttempts: RETRIES,
        maxEventAge: LONGEST_WAIT,
        // A run that could not start is kept where one that failed is: what is to be done about it is the same.
        deadLetterQueue: failures,
      }),
    ],
  });
  costTags(rule, 'statistics');
  return rule;
}
