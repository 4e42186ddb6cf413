import { type IRuleTarget, Rule, Schedule } from 'aws-cdk-lib/aws-events';
import type { Construct } from 'constructs';
import { costTags } from './cost-tags.ts';

/**
 * Wakes the statistics function by the clock: reconcile, sweep and, where anything happened or the last full verification is
 * long ago, recompute.
 *
 * A rule, not an EventBridge Scheduler schedule: one resource less (its role), and LocalStack fires rules only.
 *
 * @param expression - `cron(…)` in UTC, or `rate(…)`
 */
export function nightlySchedule(scope: Construct, expression: string, run: IRuleTarget): void {
  const rule = new Rule(scope, 'NightlySchedule', {
    description: 'CT-MRI study: reconcile with the bucket, sweep old rows, recompute the tables',
    schedule: Schedule.expression(expression),
    targets: [run],
  });
  costTags(rule, 'statistics');
}
