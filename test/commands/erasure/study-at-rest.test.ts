import { expect, it } from 'vitest';
import * as z from 'zod';
import { uploadsAtRest } from '#cdk/commands/erasure/study-at-rest.ts';
import { answeringQueue } from '../answering-clients.ts';
import { terminalIn } from '../terminal-in-memory.ts';
import { studyInMemory } from './study-in-memory.ts';

it('a queue rests once SQS has said so for as long as it may not know of a message yet', async () => {
  const { outputs } = studyInMemory().study;
  // A message that was just sent is not counted at first.
  const waiting = ['0', '1', '0', '0', '0', '0', '0', '0', '0', '0'];
  const looks: string[] = [];
  const queue = answeringQueue(() => {
    const now = waiting[looks.length] ?? '0';
    looks.push(now);
    const others = { ApproximateNumberOfMessagesNotVisible: '0', ApproximateNumberOfMessagesDelayed: '0' };
    return { $metadata: {}, Attributes: { ApproximateNumberOfMessages: now, ...others } };
  });
  const { terminal } = terminalIn('en');
  await uploadsAtRest({ queue, outputs, queueDelayMilliseconds: 100 }, terminal);
  expect(looks.slice(0, 4)).toEqual(['0', '1', '0', '0']);
  looks.length = 0;
  waiting.length = 0;
  await uploadsAtRest({ queue, outputs, queueDelayMilliseconds: 0 }, terminal);
  expect(looks).toEqual(['0']);
});

const askedSchema = z.object({ AttributeNames: z.array(z.string()) });

it.each([
  'ApproximateNumberOfMessages',
  'ApproximateNumberOfMessagesNotVisible',
  'ApproximateNumberOfMessagesDelayed',
])('a queue rests only without %s', async (name) => {
  let looks = 0;
  // As SQS, which tells what it is asked for and nothing else; the second time, the message is gone.
  const queue = answeringQueue((_, input) => {
    looks += 1;
    const { AttributeNames } = askedSchema.parse(input);
    const count = (one: string) => (one === name && looks === 1 ? '1' : '0');
    return { $metadata: {}, Attributes: Object.fromEntries(AttributeNames.map((one) => [one, count(one)])) };
  });
  const { outputs } = studyInMemory().study;
  await uploadsAtRest({ queue, outputs, queueDelayMilliseconds: 0 }, terminalIn('en').terminal);
  expect(looks).toBe(2);
});
