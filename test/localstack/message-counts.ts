import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';

/** How many messages of a queue nobody has taken yet, and how many somebody has, by SQS's names. */
export async function messageCounts(
  queues: SQSClient,
  queueUrl: string,
): Promise<Readonly<Record<string, string>>> {
  const { Attributes = {} } = await queues.send(
    new GetQueueAttributesCommand({
      QueueUrl: queueUrl,
      AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
    }),
  );
  return Attributes;
}

/** Whether every message of a queue has been dealt with. */
export const isDealtWith = async (queues: SQSClient, queueUrl: string): Promise<boolean> =>
  Object.values(await messageCounts(queues, queueUrl)).every((count) => count === '0');
