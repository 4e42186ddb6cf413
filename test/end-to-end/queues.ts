import {
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SetQueueAttributesCommand,
} from '@aws-sdk/client-sqs';
import { eventually, queues } from './deployed-study.ts';

export async function send(queueUrl: string, body: string): Promise<void> {
  await queues.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: body }));
}

/** Waits until every message of a queue has been dealt with. */
export const emptied = (queueUrl: string): Promise<true> =>
  eventually('an empty queue', async () => {
    const { Attributes } = await queues.send(
      new GetQueueAttributesCommand({
        QueueUrl: queueUrl,
        AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
      }),
    );
    return Object.values(Attributes ?? {}).every((count) => count === '0') ? true : undefined;
  });

export const received = (queueUrl: string): Promise<string> =>
  eventually('a message', async () => {
    const { Messages } = await queues.send(
      new ReceiveMessageCommand({ QueueUrl: queueUrl, WaitTimeSeconds: 1 }),
    );
    return Messages?.[0]?.Body;
  });

/** Does something while a failed message of the queue comes back at once, not after an hour. */
export async function withQuickRetries(queueUrl: string, work: () => Promise<void>): Promise<void> {
  const { Attributes } = await queues.send(
    new GetQueueAttributesCommand({ QueueUrl: queueUrl, AttributeNames: ['VisibilityTimeout'] }),
  );
  const hideFor = (seconds: string) =>
    queues.send(
      new SetQueueAttributesCommand({ QueueUrl: queueUrl, Attributes: { VisibilityTimeout: seconds } }),
    );
  await hideFor('1');
  try {
    await work();
  } finally {
    await hideFor(Attributes?.['VisibilityTimeout'] ?? '');
  }
}
