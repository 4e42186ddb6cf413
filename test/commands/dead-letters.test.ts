import { describe, expect, it } from 'vitest';
import { redriveUploads, retryFailures } from '#cdk/commands/dead-letters.ts';
import { hintMessage } from '#shared/storage/upload-hint.ts';
import { queues } from './queues-in-memory.ts';

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
