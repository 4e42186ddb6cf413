import { setTimeout } from 'node:timers/promises';
import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import { queueClient } from '#functions/clients.ts';

const LOOK_MILLISECONDS = 200;
/** Looks in a row, for a message may be on its way from the bucket. */
const LOOKS = 5;

/** Waits until every message of a queue has been dealt with: one whose function is replaced meanwhile comes back in an hour. */
export async function settledQueue(queueUrl: string): Promise<void> {
  const queues = queueClient();
  for (let empty = 0; empty < LOOKS; ) {
    await setTimeout(LOOK_MILLISECONDS);
    const { Attributes = {} } = await queues.send(
      new GetQueueAttributesCommand({
        QueueUrl: queueUrl,
        AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
      }),
    );
    empty = Object.values(Attributes).every((count) => count === '0') ? empty + 1 : 0;
  }
}
