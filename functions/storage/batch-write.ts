import {
  BatchWriteCommand,
  type BatchWriteCommandInput,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import { inParallel } from './in-parallel.ts';
import type { Pause } from './pause.ts';

export type WriteRequest = NonNullable<BatchWriteCommandInput['RequestItems']>[string][number];

export type WriteAll = ReturnType<typeof batchWriter>;

/** DynamoDB takes at most this many writes in one BatchWriteItem. */
const MOST_WRITES = 25;
const BATCHES_AT_ONCE = 8;
const MOST_ATTEMPTS = 12;

/** Source: AWS, "Error handling with DynamoDB", errors that ask for an exponential backoff. */
const THROTTLED = new Set([
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ThrottlingException',
]);

/**
 * Puts or deletes any number of items, in any order and not atomically: every write must be harmless when
 * repeated. What DynamoDB leaves unprocessed is sent again after a pause.
 */
export const batchWriter =
  (client: DynamoDBDocumentClient, table: string, pause: Pause) =>
  (writes: Iterable<WriteRequest>): Promise<void> =>
    inParallel(chunks(writes), BATCHES_AT_ONCE, (batch) => writeBatch(client, table, batch, pause));

function* chunks(writes: Iterable<WriteRequest>): Generator<readonly WriteRequest[]> {
  let chunk: WriteRequest[] = [];
  for (const write of writes) {
    chunk.push(write);
    if (chunk.length < MOST_WRITES) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

async function writeBatch(
  client: DynamoDBDocumentClient,
  table: string,
  batch: readonly WriteRequest[],
  pause: Pause,
): Promise<void> {
  let left = batch;
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    if (attempt > 0) await pause(attempt);
    left = await unprocessed(client, table, left);
    if (left.length === 0) return;
  }
  throw new Error(`DynamoDB left ${left.length} writes unprocessed after ${MOST_ATTEMPTS} attempts`);
}

/** Of what DynamoDB can take only in part it tells the rest; of what it cannot take at all, it throws. */
async function unprocessed(
  client: DynamoDBDocumentClient,
  table: string,
  writes: readonly WriteRequest[],
): Promise<readonly WriteRequest[]> {
  try {
    const { UnprocessedItems } = await client.send(
      new BatchWriteCommand({ RequestItems: { [table]: [...writes] } }),
    );
    return UnprocessedItems?.[table] ?? [];
  } catch (error) {
    if (error instanceof Error && THROTTLED.has(error.name)) return writes;
    throw error;
  }
}
