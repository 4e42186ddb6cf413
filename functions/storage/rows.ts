import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { FileInForce } from '#shared/storage/centre-head.ts';
import {
  everyRowsPartition,
  type Generation,
  type ItemKey,
  rowsPartitions,
} from '#shared/storage/item-keys.ts';
import { type RowKey, storedRow, type TableRow } from '#shared/tables/tables.ts';
import { inParallel } from './in-parallel.ts';
import { type Item, partitionItems } from './partition-items.ts';

export type ReadRowKeys = ReturnType<typeof rowKeysReader>;
export type ReadRowPlaces = ReturnType<typeof rowPlacesReader>;

const PARTITIONS_AT_ONCE = 4;

const keySchema = z.object({ pk: z.string(), sk: z.string() });
const placeSchema = z.object({ sk: z.string(), line: z.number().int() });

/** Where a row stands in its file, and what it says. */
export interface StoredPlace {
  readonly line: number;
  readonly content: TableRow;
}

/** Reads where each row of a generation stands, by its key, and what it says; passes over what is no row any more. */
export const rowPlacesReader =
  (client: DynamoDBDocumentClient, table: string) =>
  async (file: FileInForce): Promise<ReadonlyMap<RowKey, StoredPlace>> => {
    const rows = await itemsOf(client, table, rowsPartitions(file), (item) => {
      const place = placeSchema.safeParse(item).data;
      const content = storedRow(file.table, item);
      return place === undefined || content === undefined ? undefined : { ...place, content };
    });
    // As one partition would give them. Of a row in two, which an earlier release put into the first, the later was written last.
    rows.sort((a, b) => (a.sk < b.sk ? -1 : a.sk > b.sk ? 1 : 0));
    return new Map(rows.map(({ sk, line, content }) => [sk, { line, content }]));
  };

/** Reads the primary keys of a generation's rows, however many it has and whatever they hold. */
export const rowKeysReader =
  (client: DynamoDBDocumentClient, table: string) =>
  (generation: Generation): Promise<readonly ItemKey[]> =>
    itemsOf(client, table, everyRowsPartition(generation), (item) => keySchema.parse(item), 'pk, sk');

/** What is made of the items of some partitions, in the order of both; only some attributes on request. */
async function itemsOf<Made>(
  client: DynamoDBDocumentClient,
  table: string,
  partitions: readonly string[],
  make: (item: Item) => Made | undefined,
  attributes?: string,
): Promise<Made[]> {
  const read = partitions.map(() => [] as Made[]);
  await inParallel(partitions.entries(), PARTITIONS_AT_ONCE, async ([place, partition]) => {
    for await (const item of partitionItems(client, table, partition, attributes)) {
      const made = make(item);
      if (made !== undefined) read[place]?.push(made);
    }
  });
  return read.flat();
}
