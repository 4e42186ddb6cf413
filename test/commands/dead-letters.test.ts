import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { redriveUploads, retryFailures } from '#cdk/commands/dead-letters.ts';
import { hintMessage } from '#shared/storage/upload-hint.ts';
import { answeringQueue } from './answering-clients.ts';

const inputSchema = z.looseObject({
  QueueUrl: z.string(),
  MessageBody: z.string().optional(),
  ReceiptHandle: z.string().optional(),
  VisibilityTimeout: z.number().optional(),
});

/** Queues in memory: what was received is hidden until it is deleted or shown again. At most two messages come at once. */
function queues(content: Readonly<Record<string, readonly string[]>>) {
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

const hints = ['uploads/rouen/a.csv', 'uploads/lille/é b.csv', 'uploads/rouen/c.csv'];

describe('uploads that were set aside', () => {
  it('go back to their queue as they are', async () => {
    const { client, allIn } = queues({ dead: hints.map(hintMessage), uploads: [] });
    expect(await redriveUploads(client, 'dead', 'uploads')).toEqual({ keys: hints, unreadable: 0 });
    expect([allIn('dead'), allIn('uploads')]).toEqual([[], hints.map(hintMessage)]);
  });

  it('that no event of S3 tells are deleted, and counted', async () => {
    const { client, allIn } = queues({ dead: ['who knows', hintMessage('uploads/rouen/a.csv')] });
    expect(await redriveUploads(client, 'dead', 'uploads')).toEqual({
      keys: ['uploads/rouen/a.csv'],
      unreadable: 1,
    });
    expect(allIn('dead')).toEqual([]);
  });

  it('are never lost when sending fails', async () => {
    const { client, allIn, fail } = queues({ dead: hints.map(hintMessage) });
    fail('SendMessageCommand');
    await expect(redriveUploads(client, 'dead', 'uploads')).rejects.toThrow();
    expect(allIn('dead')).toEqual(hints.map(hintMessage));
  });
});

describe('computations that failed', () => {
  it('are done again once for all, and those there were before are deleted', async () => {
    const { client, allIn } = queues({ failures: ['a', 'b', 'c'] });
    const retry = async () => 'done';
    expect(await retryFailures(client, 'failures', retry)).toEqual({ messages: 3, done: 'done' });
    expect(allIn('failures')).toEqual([]);
  });

  it('need nothing where there were none', async () => {
    const retry = () => Promise.reject(new Error('asked for nothing'));
    expect(await retryFailures(queues({}).client, 'failures', retry)).toBeUndefined();
  });

  it('stay, and are seen, where they fail again', async () => {
    const { client, seenIn } = queues({ failures: ['a', 'b', 'c'] });
    const retry = () => Promise.reject(new Error('again'));
    await expect(retryFailures(client, 'failures', retry)).rejects.toThrow('again');
    expect(seenIn('failures')).toEqual(['a', 'b', 'c']);
  });
});
