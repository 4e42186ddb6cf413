import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { batchWriter } from '#functions/storage/batch-write.ts';
import { database } from './world/clients.ts';
import { finish } from './world/deliveries.ts';
import { TABLE } from './world/names.ts';
import { pause } from './world/ports.ts';
import { createWorld } from './world/world.ts';

const writeAll = batchWriter(database, TABLE, pause);
const puts = (count: number) =>
  Array.from({ length: count }, (_, number) => ({ PutRequest: { Item: { pk: 'P', sk: `row ${number}` } } }));

describe('a batch write', () => {
  it.each([
    [0, 0],
    [25, 1],
    [26, 2],
    [60, 3],
  ])('writes %i items in %i batches', async (items, batches) => {
    const world = createWorld();
    const run = await world.run(() => writeAll(puts(items)));
    expect(world.calls()).toHaveLength(batches);
    await finish(world);
    expect(run.state).toBe('ended');
    expect(world.table.partition('P')).toHaveLength(items);
  });

  it('makes of what it is to write only as much as is on its way', async () => {
    let made = 0;
    function* many() {
      for (const put of puts(1_000)) {
        made += 1;
        yield put;
      }
    }
    const world = createWorld();
    const run = await world.run(() => writeAll(many()));
    expect(made).toBe(8 * 25);
    await finish(world);
    expect([run.state, made]).toEqual(['ended', 1_000]);
  });

  it('sends again, after a pause, what DynamoDB left unprocessed', async () => {
    const world = createWorld();
    await world.run(() => writeAll(puts(60)));
    for (const call of world.calls()) await world.release(call, 'half');
    expect(world.table.partition('P')).toHaveLength(31);
    expect(world.calls().map(({ name }) => name)).toEqual(['pause', 'pause', 'pause']);
    await finish(world);
    expect(world.table.partition('P')).toHaveLength(60);
  });

  it('sends a batch again, after a pause, of which DynamoDB took nothing', async () => {
    const world = createWorld();
    const run = await world.run(() => writeAll(puts(3)));
    const [first] = world.calls();
    if (first !== undefined) await world.release(first, 'throttled');
    expect(world.calls().map(({ name }) => name)).toEqual(['pause']);
    await finish(world);
    expect(run.state).toBe('ended');
    expect(world.table.partition('P')).toHaveLength(3);
  });

  it.each(['RequestLimitExceeded', 'ThrottlingException'])(
    'sends a batch again that DynamoDB refused as %s',
    async (name) => {
      const refusals = [Object.assign(new Error('slow down'), { name })];
      const slow = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-west-3' }));
      slow.middlewareStack.add(
        () => async () => {
          const refusal = refusals.pop();
          if (refusal !== undefined) throw refusal;
          return { response: undefined, output: { $metadata: {} } };
        },
        { step: 'initialize', priority: 'high' },
      );
      const pauses: number[] = [];
      await batchWriter(slow, TABLE, async (attempt) => void pauses.push(attempt))(puts(1));
      expect(pauses).toEqual([1]);
    },
  );

  it('gives up with an error that says how much is left', async () => {
    const world = createWorld();
    const run = await world.run(() => writeAll(puts(1)));
    const requests: string[] = [];
    for (let [next] = world.calls(); next !== undefined; [next] = world.calls()) {
      requests.push(next.name);
      await world.release(next, next.name === 'pause' ? undefined : 'throttled');
    }
    expect(requests.filter((name) => name !== 'pause')).toHaveLength(12);
    expect(run.error?.message).toBe('DynamoDB left 1 writes unprocessed after 12 attempts');
  });

  it('leaves nothing running when one of its batches fails', async () => {
    const world = createWorld();
    const run = await world.run(() => writeAll(puts(25 * 12)));
    const [first] = world.calls();
    if (first === undefined) throw new Error('nothing was asked for');
    await world.release(first, 'fails before');
    expect(run.state).toBe('live');
    await finish(world);
    expect(run.state).toBe('failed');
    expect(world.table.partition('P')).toHaveLength(25 * 7);
    expect(world.watching.violations).toEqual([]);
  });
});
