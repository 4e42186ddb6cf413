import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { hintMessage } from '#shared/storage/upload-hint.ts';

export type SendHint = ReturnType<typeof hintSender>;

/** Puts a hint at a key into the upload queue. */
export const hintSender =
  (client: SQSClient, queueUrl: string) =>
  async (key: string): Promise<void> => {
    await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: hintMessage(key) }));
  };
