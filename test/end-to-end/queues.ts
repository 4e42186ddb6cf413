import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SetQueueAttributesCommand,
} from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { isDealtWith, messageCounts } from '#test/localstack/message-counts.ts';
import { eventually, queues } from './deployed-study.ts';

export async function send(queueUrl: string, body: string): Promise<void> {
  await queues.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: body }));
}

/** How many messages nobody has taken yet. */
export const waiting = async (queueUrl: string): Promise<number> =>
  Number((await messageCounts(queues, queueUrl))['ApproximateNumberOfMessages']);

/** Waits until every message of a queue has been dealt with. */
export const emptied = (queueUrl: string): Promise<true> =>
  eventually('an empty queue', async () => ((await isDealtWith(queues, queueUrl)) ? true : undefined));

/** Waits for a message and takes it out, so that whoever looks at the queue later does not find it. */
export const taken = (queueUrl: string): Promise<string> =>
  eventually('a message', async () => {
    const { Messages } = await queues.send(
      new ReceiveMessageCommand({ QueueUrl: queueUrl, WaitTimeSeconds: 1 }),
    );
    const message = Messages?.[0];
    if (message === undefined) return undefined;
    await queues.send(new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle: message.ReceiptHandle }));
    return message.Body;
  });

const redriveSchema = z.object({ deadLetterTargetArn: z.string(), maxReceiveCount: z.coerce.number() });

/** Does something while a message that fails is set aside after so many attempts, each of which takes longer. */
export async function withAttempts(
  queueUrl: string,
  attempts: number,
  work: () => Promise<void>,
): Promise<void> {
  const { Attributes } = await queues.send(
    new GetQueueAttributesCommand({ QueueUrl: queueUrl, AttributeNames: ['RedrivePolicy'] }),
  );
  const policy = redriveSchema.parse(JSON.parse(Attributes?.['RedrivePolicy'] ?? ''));
  const setAsideAfter = (maxReceiveCount: number) =>
    queues.send(
      new SetQueueAttributesCommand({
        QueueUrl: queueUrl,
        Attributes: { RedrivePolicy: JSON.stringify({ ...policy, maxReceiveCount }) },
      }),
    );
  await setAsideAfter(attempts);
  try {
    await work();
  } finally {
    await setAsideAfter(policy.maxReceiveCount);
  }
}
