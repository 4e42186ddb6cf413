import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { rowKeysReader, rowPlacesReader } from '#functions/storage/rows.ts';
import { wholeRowsReader } from '#functions/storage/whole-generation.ts';
import { rowsPartitions } from '#shared/storage/item-keys.ts';
import { patientRow } from '#test/tables/rows.ts';
import { TABLE } from './world/names.ts';

const querySchema = z.object({
  TableName: z.string(),
  ExpressionAttributeValues: z.object({ ':partition': z.string() }),
  ConsistentRead: z.boolean(),
  ProjectionExpression: z.string().optional(),
});

/** A table with these items, none unless told, and what is asked of it. */
function databaseOf(items: readonly Readonly<Record<string, unknown>>[] = []) {
  const asked: z.infer<typeof querySchema>[] = [];
  const database = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-west-3' }));
  database.middlewareStack.add(
    () =>
      async ({ input }) => {
        const query = querySchema.parse(input);
        asked.push(query);
        const Items = items.filter(({ pk }) => pk === query.ExpressionAttributeValues[':partition']);
        return { response: undefined, output: { $metadata: {}, Items } };
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
    const { database, asked } = databaseOf();
    expect([...((await readerOf(database, TABLE)(FILE)) ?? ['none'])]).toEqual([]);
    expect(asked).toMatchObject([
      { TableName: TABLE, ConsistentRead: true, ProjectionExpression: attributes },
    ]);
  });

  it.each([
    ['of a small file', 1_000, ['']],
    ['of a large file', 1_001, ['', ...Array.from('123456789abcdef', (part) => `#${part}`)]],
  ])('everything in each partition %s', async (_, rows, endings) => {
    const { database, asked } = databaseOf();
    await wholeRowsReader(database, TABLE)({ ...FILE, generation: '0123456789abcdef', rows });
    const partitions = asked.map((query) => query.ExpressionAttributeValues[':partition']);
    const first = 'ROWS#rouen#uploads/rouen/patients.csv#v#0123456789abcdef';
    expect(partitions.toSorted()).toEqual(endings.map((ending) => first + ending));
  });
});

it('rows in many partitions are read in the order of their keys, and of one in two the later', async () => {
  const file = { ...FILE, rows: 1_001, generation: '0123456789abcdef' };
  const [first = '', ...later] = rowsPartitions(file);
  const itemOf = (pk: string, sk: string, line: number) => ({
    ...patientRow({ patient_id: sk }),
    ...{ pk, sk, line },
  });
  const { database } = databaseOf([
    itemOf(first, 'P3', 4),
    itemOf(first, 'P9', 10),
    ...later.slice(0, 8).map((pk, at) => itemOf(pk, `P${8 - at}`, 100 + at)),
  ]);
  const places = await rowPlacesReader(database, TABLE)(file);
  expect([...places.keys()]).toEqual(['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9']);
  expect(places.get('P3')?.line).toBe(105);
});
