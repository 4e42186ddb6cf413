import { type IRuleTarget, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { LONGEST_WAIT, RETRIES } from './statistics-function.ts';

/** A whole run of statistics, as a rule starts it: reconcile, recompute, verify, sweep. */
export const wholeRun = (statistics: IFunction, failures: Queue): IRuleTarget =>
  new LambdaFunction(statistics, {
    event: RuleTargetInput.fromObject({ source: 'schedule' }),
    retryAttempts: RETRIES,
    maxEventAge: LONGEST_WAIT,
    // A run that could not start is kept where one that failed is: what is to be done about it is the same.
    deadLetterQueue: failures,
  });
