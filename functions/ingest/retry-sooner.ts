import { ChangeMessageVisibilityCommand, type SQSClient } from '@aws-sdk/client-sqs';

const FIRST_SECONDS = 15;

/**
 * Lets a message that failed come back in a quarter of a minute, then a half, one, two minutes, instead of after the queue's
 * visibility timeout, which is for runs that were killed and lasts an hour: a centre expects its report within
 * minutes. Source: AWS, "Using Lambda with Amazon SQS", on backoff by `ChangeMessageVisibility`.
 */
export const soonerRetrier =
  (client: SQSClient, queueUrl: string) =>
  async (receiptHandle: string, timesReceived: number): Promise<void> => {
    await client.send(
      new ChangeMessageVisibilityCommand({
        QueueUrl: queueUrl,
        ReceiptHandle: receiptHandle,
        VisibilityTimeout: FIRST_SECONDS * 2 ** (timesReceived - 1),
      }),
    );
  };
