import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { documentClient } from '#functions/clients.ts';
import { batchWriter } from '#functions/storage/batch-write.ts';
import { headsReader } from '#functions/storage/heads.ts';
import { pause } from '#functions/storage/pause.ts';
import type { ItemKey } from '#shared/storage/item-keys.ts';
import { outputs } from './deployed-study.ts';

const database = documentClient();
const writeAll = batchWriter(database, outputs.TableName, pause);
export const readHeads = headsReader(database, outputs.TableName);

const itemSchema = z.looseObject({ pk: z.string(), sk: z.string() });
export type Item = z.infer<typeof itemSchema>;

/** Every item of the study's table. */
export async function allItems(): Promise<readonly Item[]> {
  const items: Item[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const page = await database.send(
      new ScanCommand({ TableName: outputs.TableName, ConsistentRead: true, ExclusiveStartKey: start }),
    );
    items.push(...itemSchema.array().parse(page.Items ?? []));
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  return items;
}

export const deleteItems = (items: readonly ItemKey[]): Promise<void> =>
  writeAll(items.map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk, sk } } })));

/** Writes items over those of the same keys, by nobody's rules. */
export const putItems = (items: readonly Item[]): Promise<void> =>
  writeAll(items.map((Item) => ({ PutRequest: { Item } })));

/** Makes the table what it was when these were all its items. */
export async function restoreItems(items: readonly Item[]): Promise<void> {
  await deleteItems(await allItems());
  await putItems(items);
}
