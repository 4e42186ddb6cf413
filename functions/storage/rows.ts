import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { FileInForce } from '#shared/storage/centre-head.ts';
import { type Generation, type ItemKey, rowItemKey, rowsPartition } from '#shared/storage/item-keys.ts';
import { type RowKey, storedRow, type TableRow } from '#shared/tables/tables.ts';
import { partitionItems } from './partition-items.ts';

export type ReadRows = ReturnType<typeof rowsReader>;
export type ReadRowKeys = ReturnType<typeof rowKeysReader>;
export type ReadRowPlaces = ReturnType<typeof rowPlacesReader>;

/** Reads the rows of one generation, typed; stops with an error at an item that is no row of its table. */
export const rowsReader =
  (client: DynamoDBDocumentClient, table: string) =>
  async (file: FileInForce): Promise<readonly TableRow[]> => {
    const rows: TableRow[] = [];
    for await (const item of partitionItems(client, table, rowsPartition(file))) {
      const row = storedRow(file.table, item);
      if (row === undefined) throw new Error(`an item of ${file.key} is no row of ${file.table}`);
      rows.push(row);
    }
    return rows;
  };

const keySchema = z.object({ sk: z.string() });
const placeSchema = keySchema.extend({ line: z.number().int() });

/** Where a row stands in its file, and what it says; without that where it is no row of its table any more. */
export interface StoredPlace {
  readonly line: number;
  readonly content: TableRow | undefined;
}

/** Reads where each row of a generation stands, by its key, and what it says. */
export const rowPlacesReader =
  (client: DynamoDBDocumentClient, table: string) =>
  async (file: FileInForce): Promise<ReadonlyMap<RowKey, StoredPlace>> => {
    const places = new Map<RowKey, StoredPlace>();
    for await (const item of partitionItems(client, table, rowsPartition(file))) {
      const { sk, line } = placeSchema.parse(item);
      places.set(sk, { line, content: storedRow(file.table, item) });
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
