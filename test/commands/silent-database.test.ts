import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterEach, expect, it, vi } from 'vitest';
import { watchDatabase } from '#cdk/commands/silent-database.ts';

/** A database of which each question ends at once, with a refusal or unanswered, as the list has it. */
function databaseThat(refuses: readonly boolean[]) {
  const left = [...refuses];
  vi.spyOn(AbortSignal, 'timeout').mockImplementation(() =>
    left.shift() === true ? new AbortController().signal : AbortSignal.abort(),
  );
  const database = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-west-3' }));
  database.middlewareStack.add(
    () => async () => {
      throw new Error('refused, or given up');
    },
    { step: 'initialize', priority: 'high' },
  );
  return { database, left };
}

afterEach(() => void vi.restoreAllMocks());

it('an emulator is given up after six questions in a row without an answer, be that a refusal, and not before', async () => {
  const fiveTimes = new Array<boolean>(5).fill(false);
  const { database, left } = databaseThat([...fiveTimes, true, ...fiveTimes, true, ...fiveTimes, false]);
  const giveUp = vi.fn();
  await watchDatabase({ database, table: 'study', endpoint: 'http://here', giveUp, pollMilliseconds: 1 });
  expect(left).toEqual([]);
  expect(giveUp).toHaveBeenCalledOnce();
});
