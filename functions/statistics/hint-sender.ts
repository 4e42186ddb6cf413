import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { hintMessage } from '#shared/storage/upload-hint.ts';

export type SendHint = ReturnType<typeof hintSender>;

/** The longest that SQS holds a message back. */
export const LONGEST_DELAY_SECONDS = 900;

/** Puts a hint at a key into the upload queue, which may hold it back for a while. */
export const hintSender =
  (client: SQSClient, queueUrl: string) =>
  async (key: string, delaySeconds = 0): Promise<void> => {
    await client.send(
      new SendMessageCommand({
        QueueUrl: queueUrl,
        MessageBody: hintMessage(key),
        DelaySeconds: delaySeconds,
      }),
    );
  };
