import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { FileInForce } from '#shared/storage/centre-head.ts';
import { type Generation, type ItemKey, rowItemKey, rowsPartition } from '#shared/storage/item-keys.ts';
import { type RowKey, storedRow, type TableRow } from '#shared/tables/tables.ts';
import { partitionItems } from './partition-items.ts';

export type ReadRowKeys = ReturnType<typeof rowKeysReader>;
export type ReadRowPlaces = ReturnType<typeof rowPlacesReader>;

const keySchema = z.object({ sk: z.string() });
const placeSchema = keySchema.extend({ line: z.number().int() });

/** Where a row stands in its file, and what it says. */
export interface StoredPlace {
  readonly line: number;
  readonly content: TableRow;
}

/** Reads where each row of a generation stands, by its key, and what it says; passes over what is no row any more. */
export const rowPlacesReader =
  (client: DynamoDBDocumentClient, table: string) =>
  async (file: FileInForce): Promise<ReadonlyMap<RowKey, StoredPlace>> => {
    const places = new Map<RowKey, StoredPlace>();
    for await (const item of partitionItems(client, table, rowsPartition(file))) {
      const place = placeSchema.safeParse(item).data;
      const content = storedRow(file.table, item);
      if (place !== undefined && content !== undefined) places.set(place.sk, { line: place.line, content });
    }
    return places;
  };

/** Reads the primary keys of a generation's rows, whatever they hold. */
export const rowKeysReader =
  (client: DynamoDBDocumentClient, table: string) =>
  async (generation: Generation): Promise<readonly ItemKey[]> => {
    const keys: ItemKey[] = [];
    for await (const item of partitionItems(client, table, rowsPartition(generation), 'sk')) {
      keys.push(rowItemKey(generation, keySchema.parse(item).sk));
    }
    return keys;
  };
