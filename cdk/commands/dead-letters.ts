import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { hintedKeys, UnreadableHint } from '#shared/storage/upload-hint.ts';

/** What became of the messages that ingest had given up. */
export interface Redriven {
  /** The keys that the messages sent back point to. */
  readonly keys: readonly string[];
  /** How many were no message of S3, and were deleted: the nightly comparison finds whatever they meant. */
  readonly unreadable: number;
}

/**
 * Sends each message back to the queue that it came from, then deletes it: who dies between the two leaves it twice,
 * which is harmless. By hand rather than by a move task of SQS, which tells no keys, and no number before it is over.
 */
export async function redriveUploads(
  queue: SQSClient,
  deadLetters: string,
  uploads: string,
): Promise<Redriven> {
  const keys: string[] = [];
  let unreadable = 0;
  for await (const message of messagesIn(queue, deadLetters, HANDLING_SECONDS)) {
    const hinted = keysOf(message);
    if (hinted === undefined) unreadable += 1;
    else {
      await queue.send(new SendMessageCommand({ QueueUrl: uploads, MessageBody: message.Body }));
      keys.push(...hinted);
    }
    await deleteMessage(queue, deadLetters, message);
  }
  return { keys, unreadable };
}

function keysOf({ Body = '' }: Message): readonly string[] | undefined {
  try {
    return hintedKeys(Body);
  } catch (error) {
    if (error instanceof UnreadableHint) return undefined;
    throw error;
  }
}

/** Longer than the handling of ten messages; then SQS shows them again. */
const HANDLING_SECONDS = 120;
/** Longer than a computation with the one that it may have to wait for. */
const COMPUTING_SECONDS = 2_400;

/**
 * Does again what the messages say has failed, and deletes those that were there before; if it fails again, they stay.
 *
 * @returns how many there were, and what was done about them; undefined where there were none
 */
export async function retryFailures<Done>(
  queue: SQSClient,
  failures: string,
  retry: () => Promise<Done>,
): Promise<{ readonly messages: number; readonly done: Done } | undefined> {
  const messages: Message[] = [];
  for await (const message of messagesIn(queue, failures, COMPUTING_SECONDS)) messages.push(message);
  if (messages.length === 0) return undefined;
  try {
    const done = await retry();
    for (const message of messages) await deleteMessage(queue, failures, message);
    return { messages: messages.length, done };
  } catch (error) {
    // Not to be kept hidden: the alarm is about those that can be seen.
    await Promise.allSettled(messages.map((message) => showAgain(queue, failures, message)));
    throw error;
  }
}

/** Every message of a queue; each is hidden from others for a while. */
async function* messagesIn(queue: SQSClient, url: string, hiddenForSeconds: number): AsyncGenerator<Message> {
  for (;;) {
    // Waiting a second asks all of SQS's servers: without it, an answer may be empty though the queue is not.
    const { Messages = [] } = await queue.send(
      new ReceiveMessageCommand({
        QueueUrl: url,
        MaxNumberOfMessages: 10,
        WaitTimeSeconds: 1,
        VisibilityTimeout: hiddenForSeconds,
      }),
    );
    if (Messages.length === 0) return;
    yield* Messages;
  }
}

const deleteMessage = (queue: SQSClient, url: string, { ReceiptHandle }: Message) =>
  queue.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle }));

const showAgain = (queue: SQSClient, url: string, { ReceiptHandle }: Message) =>
  queue.send(new ChangeMessageVisibilityCommand({ QueueUrl: url, ReceiptHandle, VisibilityTimeout: 0 }));
