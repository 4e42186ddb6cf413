import { Duration, Names } from 'aws-cdk-lib';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { INTENDED_LOOP } from './intended-loop.ts';
import { type StudyFunction, studyFunction } from './study-function.ts';

/**
 * The longest that one upload may take; the queue's visibility follows from it. Five attempts of it, with a minute between
 * them, fit into an hour.
 */
export const INGEST_TIMEOUT = Duration.minutes(10);

/**
 * MB: one whole core. The largest file that is permitted, whatever is wrong with it, takes no more than half of it
 * (`npm run test:memory`).
 */
export const INGEST_MEMORY = 1769;

/** How many uploads are brought in at once. */
const CONCURRENT_UPLOADS = 4;

export interface IngestFunctionProps {
  readonly environment: Readonly<
    Record<
      | 'BUCKET'
      | 'TABLE'
      | 'KEY'
      | 'STATISTICS_FUNCTION'
      | 'UPLOAD_QUEUE_URL'
      | 'CENTRES'
      | 'STUDY_SETTINGS'
      | 'RULES'
      | 'VERDICT_TOPICS'
      | 'DESK_URL',
      string
    >
  >;
  readonly permissions: readonly PolicyStatement[];
  readonly logRetention: RetentionDays;
  readonly queue: Queue;
}

/** Takes what the queue announces, and brings the table in line with what the bucket holds there now. */
export function ingestFunction(scope: Construct, props: IngestFunctionProps): StudyFunction {
  const ingest = studyFunction(scope, 'Ingest', {
    description: 'CT-MRI study: checks an upload, stores its rows, writes the centre its report',
    component: 'ingest',
    entry: 'functions/ingest/handler.ts',
    environment: props.environment,
    timeout: INGEST_TIMEOUT,
    memorySize: INGEST_MEMORY,
    logRetention: props.logRetention,
    permissions: props.permissions,
    options: INTENDED_LOOP,
  });
  // Not CDK's event source, which lets the function ask for more than Lambda does. By the name that it gave, since no two may
  // read one queue, and AWS would make the one before it deletes the other.
  ingest.lambda.addEventSourceMapping(`SqsEventSource:${Names.nodeUniqueId(props.queue.node)}`, {
    eventSourceArn: props.queue.queueArn,
    // One: a file that takes the function down, by its size or by a fault of ours, must not take others with it.
    batchSize: 1,
    reportBatchItemFailures: true,
    // Several centres side by side; more would only lose compare-and-swaps to each other.
    maxConcurrency: CONCURRENT_UPLOADS,
  });
  return ingest;
}
