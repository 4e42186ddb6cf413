import * as z from 'zod';
import { answeringQueue } from './answering-clients.ts';

const inputSchema = z.looseObject({
  QueueUrl: z.string(),
  MessageBody: z.string().optional(),
  ReceiptHandle: z.string().optional(),
  VisibilityTimeout: z.number().optional(),
});

/** Queues in memory: what was received is hidden until it is deleted or shown again. At most two messages come at once. */
export function queues(content: Readonly<Record<string, readonly string[]>>) {
  let made = 0;
  const stored = Object.entries(content).flatMap(([url, bodies]) =>
    bodies.map((body) => ({ url, body, id: String(++made), hidden: false })),
  );
  let failing: string | undefined;
  const client = answeringQueue((command, input) => {
    if (command === failing) throw new Error(`${command} fails`);
    const { QueueUrl, MessageBody = '', ReceiptHandle, VisibilityTimeout } = inputSchema.parse(input);
    const found = stored.findIndex(({ url, id }) => url === QueueUrl && id === ReceiptHandle);
    switch (command) {
      case 'ReceiveMessageCommand': {
        const seen = stored.filter(({ url, hidden }) => url === QueueUrl && !hidden).slice(0, 2);
        for (const message of seen) message.hidden = true;
        return { $metadata: {}, Messages: seen.map(({ body, id }) => ({ Body: body, ReceiptHandle: id })) };
      }
      case 'SendMessageCommand':
        stored.push({ url: QueueUrl, body: MessageBody, id: String(++made), hidden: false });
        break;
      case 'DeleteMessageCommand':
        stored.splice(found, 1);
        break;
      case 'ChangeMessageVisibilityCommand': {
        const message = stored[found];
        if (message !== undefined) message.hidden = VisibilityTimeout !== 0;
        break;
      }
      default:
        throw new Error(`no ${command}`);
    }
    return { $metadata: {} };
  });
  return {
    client,
    fail: (command: string) => {
      failing = command;
    },
    seenIn: (url: string) =>
      stored.filter((message) => message.url === url && !message.hidden).map(({ body }) => body),
    allIn: (url: string) => stored.filter((message) => message.url === url).map(({ body }) => body),
  };
}
