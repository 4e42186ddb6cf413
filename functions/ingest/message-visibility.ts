import { ChangeMessageVisibilityCommand, type SQSClient } from '@aws-sdk/client-sqs';

/** Between the end of an attempt and the next one, in seconds; the clocks of Lambda and SQS may differ a little. */
const MARGIN_SECONDS = 60;
const FIRST_RETRY_SECONDS = 15;

/**
 * For how long a message stays hidden whose attempt begins: as long as this attempt may last. The queue itself hides a
 * message six times as long, which AWS asks for because a message may also wait for its function to have room; once its
 * function runs, that is over. So a message that kills its function is set aside within the hour, and one that is only
 * slow is not given to another.
 */
export const hiddenWhileTried = (remainingMilliseconds: number): number =>
  Math.ceil(remainingMilliseconds / 1000) + MARGIN_SECONDS;

/**
 * When a message that failed comes back: after a quarter of a minute, then a half, one, two minutes, for a centre expects
 * its report within minutes. Source: AWS, "Using Lambda with Amazon SQS", on backoff by `ChangeMessageVisibility`.
 */
export const hiddenAfterFailure = (timesReceived: number): number =>
  FIRST_RETRY_SECONDS * 2 ** (timesReceived - 1);

/** Hides a message that was received for so many seconds from now. Where that fails, the queue's own timeout holds. */
export const messageHider =
  (client: SQSClient, queueUrl: string) =>
  async (receiptHandle: string, seconds: number): Promise<void> => {
    const hide = new ChangeMessageVisibilityCommand({
      QueueUrl: queueUrl,
      ReceiptHandle: receiptHandle,
      VisibilityTimeout: seconds,
    });
    await client.send(hide).catch(() => {});
  };
