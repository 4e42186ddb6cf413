import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { QueueDepth } from './study-status.ts';

/** How many messages a queue has, approximately; one that is taken again later still waits. */
export async function queueDepth(client: SQSClient, url: string): Promise<QueueDepth> {
  const { Attributes = {} } = await client.send(
    new GetQueueAttributesCommand({
      QueueUrl: url,
      AttributeNames: [
        'ApproximateNumberOfMessages',
        'ApproximateNumberOfMessagesNotVisible',
        'ApproximateNumberOfMessagesDelayed',
      ],
    }),
  );
  const count = (text: string | undefined) => Number(text ?? 0);
  return {
    waiting:
      count(Attributes['ApproximateNumberOfMessages']) +
      count(Attributes['ApproximateNumberOfMessagesDelayed']),
    inWork: count(Attributes['ApproximateNumberOfMessagesNotVisible']),
  };
}
