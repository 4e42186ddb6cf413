import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { rowKeysReader, rowPlacesReader } from '#functions/storage/rows.ts';
import { wholeRowsReader } from '#functions/storage/whole-generation.ts';
import { TABLE } from './world/names.ts';

const querySchema = z.object({
  TableName: z.string(),
  ConsistentRead: z.boolean(),
  ProjectionExpression: z.string().optional(),
});
const partitionSchema = z.object({ ExpressionAttributeValues: z.object({ ':partition': z.string() }) });

/** A table without items, and what is asked of it. */
function emptyDatabase() {
  const asked: unknown[] = [];
  const database = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-west-3' }));
  database.middlewareStack.add(
    () =>
      async ({ input }) => {
        asked.push(input);
        return { response: undefined, output: { $metadata: {} } };
      },
    { step: 'initialize', priority: 'high' },
  );
  return { database, asked };
}

const FILE = {
  centre: 'rouen',
  key: 'uploads/rouen/patients.csv',
  versionId: 'v',
  table: 'patients',
  sha256: '',
  rows: 0,
  at: '',
  generation: '',
} as const;

describe('of the rows of a file, DynamoDB is asked for', () => {
  it.each([
    ['everything, to lay files side by side', rowPlacesReader, undefined],
    ['their keys alone, to delete them', rowKeysReader, 'pk, sk'],
    ['everything, to compute', wholeRowsReader, undefined],
  ])('%s', async (_, readerOf, attributes) => {
    const { database, asked } = emptyDatabase();
    expect([...((await readerOf(database, TABLE)(FILE)) ?? ['none'])]).toEqual([]);
    expect(asked.map((input) => querySchema.parse(input))).toEqual([
      { TableName: TABLE, ConsistentRead: true, ProjectionExpression: attributes },
    ]);
  });

  it.each([
    ['of a small file', 1_000, ['']],
    ['of a large file', 1_001, ['', ...Array.from('123456789abcdef', (part) => `#${part}`)]],
  ])('everything in each partition %s', async (_, rows, endings) => {
    const { database, asked } = emptyDatabase();
    await wholeRowsReader(database, TABLE)({ ...FILE, generation: '0123456789abcdef', rows });
    const partitions = asked.map(
      (input) => partitionSchema.parse(input).ExpressionAttributeValues[':partition'],
    );
    const first = 'ROWS#rouen#uploads/rouen/patients.csv#v#0123456789abcdef';
    expect(partitions.toSorted()).toEqual(endings.map((ending) => first + ending));
  });
});
