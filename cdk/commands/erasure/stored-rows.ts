import { type DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { batchWriter } from '#functions/storage/batch-write.ts';
import { pause } from '#functions/storage/pause.ts';
import { type ItemKey, rowsOf } from '#shared/storage/item-keys.ts';
import { PATIENT_ID } from '#shared/tables/patients.ts';

const itemSchema = z.object({ pk: z.string(), sk: z.string(), [PATIENT_ID.name]: z.string().optional() });

export interface StoredRow extends ItemKey {
  readonly patient: string | undefined;
}

/**
 * The rows of every generation of a centre. The whole table is read: after a part of it was lost, or an old copy of it
 * restored, it may have rows that no record names.
 */
export async function rowsOfCentre(
  client: DynamoDBDocumentClient,
  table: string,
  centre: string,
): Promise<readonly StoredRow[]> {
  const rows: StoredRow[] = [];
  const pages = paginateScan(
    { client },
    {
      TableName: table,
      FilterExpression: 'begins_with(pk, :prefix)',
      ExpressionAttributeValues: { ':prefix': rowsOf(centre) },
      ProjectionExpression: `pk, sk, ${PATIENT_ID.name}`,
      ConsistentRead: true,
    },
  );
  for await (const { Items = [] } of pages) {
    for (const item of Items) {
      const { pk, sk, [PATIENT_ID.name]: patient } = itemSchema.parse(item);
      rows.push({ pk, sk, patient });
    }
  }
  return rows;
}

/** Deletes items, whatever they hold. */
export const deleteItems = (
  client: DynamoDBDocumentClient,
  table: string,
  keys: readonly ItemKey[],
): Promise<void> =>
  batchWriter(client, table, pause)(keys.map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk, sk } } })));
