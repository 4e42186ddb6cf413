import { Duration, Validations } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { type Component, costTags } from './cost-tags.ts';

/** How often an upload is tried before it is set aside for a person to look at. */
export const UPLOAD_ATTEMPTS = 5;

export interface UploadQueues {
  /** "Something happened at this key", from the bucket and from the nightly reconciliation. */
  readonly uploads: Queue;
  /** The messages that ingest failed to handle five times. */
  readonly deadLetters: Queue;
}

/**
 * The queue between the bucket and ingest, and its dead-letter queue.
 *
 * @param ingestTimeout - how long one ingest may run; the queue hides a message six times as long
 *   (https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html) until ingest begins with it, which then
 *   hides it for as long as it may run: so a message whose ingest is killed each time is set aside within the hour
 */
export function uploadQueues(scope: Construct, ingestTimeout: Duration): UploadQueues {
  const deadLetters = encryptedQueue(scope, 'UploadDeadLetters');
  const uploads = encryptedQueue(scope, 'UploadQueue', {
    visibilityTimeout: Duration.seconds(6 * ingestTimeout.toSeconds()),
    deadLetterQueue: { queue: deadLetters, maxReceiveCount: UPLOAD_ATTEMPTS },
  });
  for (const queue of [uploads, deadLetters]) costTags(queue, 'ingest');
  return { uploads, deadLetters };
}

/** A queue that keeps the runs of a function that failed for good, or never started. */
export function failureQueue(scope: Construct, id: string, component: Component): Queue {
  const failures = encryptedQueue(scope, id);
  costTags(failures, component);
  Validations.of(failures).acknowledge({
    id: 'AwsSolutions-SQS3',
    reason: 'It is itself where failures end; nothing consumes it but a person.',
  });
  return failures;
}

/**
 * Messages hold object keys, never rows, so the queue's own encryption is enough; and with it S3 needs no right on
 * the study's key to announce an upload, and no mistake in its policy can stop that.
 */
function encryptedQueue(
  scope: Construct,
  id: string,
  more: {
    readonly visibilityTimeout?: Duration;
    readonly deadLetterQueue?: { readonly queue: Queue; readonly maxReceiveCount: number };
  } = {},
): Queue {
  return new Queue(scope, id, {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    // The longest SQS keeps a message: what failed is still there after the holidays of whoever must look at it.
    retentionPeriod: Duration.days(14),
    ...more,
  });
}
