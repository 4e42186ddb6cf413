import { Duration } from 'aws-cdk-lib';
import { type IRuleTarget, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { FunctionOptions, IDestination, IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';

/** How long a request for new tables or a page may wait for its turn, or between attempts, before it counts as failed. */
const LONGEST_WAIT = Duration.hours(6);

/** Attempts after the first one. */
export const RETRIES = 2;

/** How a function is asked that nobody waits for; a request that failed for good goes to the queue. */
export const retriedRuns = (failures: Queue): FunctionOptions => ({
  retryAttempts: RETRIES,
  maxEventAge: LONGEST_WAIT,
  onFailure: keptIn(failures),
});

/** Not CDK's destination, which lets the function do more with the queue than Lambda asks for: to send. */
const keptIn = ({ queueArn }: Queue): IDestination => ({
  bind: (_scope, lambda) => {
    lambda.addToRolePolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queueArn] }));
    return { destination: queueArn };
  },
});

/** A run as a rule starts it: of statistics, reconcile, recompute, verify, sweep; at night only where that is due. */
export const scheduledRun = (
  lambda: IFunction,
  failures: Queue,
  source: 'schedule' | 'night' = 'schedule',
): IRuleTarget =>
  new LambdaFunction(lambda, {
    event: RuleTargetInput.fromObject({ source }),
    retryAttempts: RETRIES,
    maxEventAge: LONGEST_WAIT,
    // A run that could not start is kept where one that failed is: what is to be done about it is the same.
    deadLetterQueue: failures,
  });
