import { Aws } from 'aws-cdk-lib';
import { type IRuleTarget, Rule } from 'aws-cdk-lib/aws-events';
import type { Construct } from 'constructs';
import { costTags } from './cost-tags.ts';

/** How a deployment ends with functions that may know other rules: the new ones, or the old ones again. */
const ENDED = ['CREATE_COMPLETE', 'UPDATE_COMPLETE', 'UPDATE_ROLLBACK_COMPLETE'];

/**
 * Starts a run as soon as a deployment is over, so that files which other rules examined, and those of a centre that
 * came or went, do not wait for the night.
 *
 * CloudFormation says itself that this very stack is done, so this needs no custom resource; it says so after both
 * functions are the new ones. LocalStack sends no such event: whoever deploys there asks for the run. Source: AWS,
 * "Stack Status Change event detail".
 */
export function afterDeployment(scope: Construct, run: IRuleTarget): void {
  const rule = new Rule(scope, 'AfterDeployment', {
    description: 'CT-MRI study: examine again what other rules examined, recompute the tables',
    eventPattern: {
      source: ['aws.cloudformation'],
      detailType: ['CloudFormation Stack Status Change'],
      detail: { 'stack-id': [Aws.STACK_ID], 'status-details': { status: ENDED } },
    },
    targets: [run],
  });
  costTags(rule, 'statistics');
}
