import { type DynamoDBDocumentClient, GetCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import type { FileInForce } from '#shared/storage/centre-head.ts';
import { rowsPartition, stagedKey } from '#shared/storage/item-keys.ts';

export type IsWhole = ReturnType<typeof generationChecker>;

/**
 * Whether all rows of a file in force are in the table, and the record by which they can be swept one day: a part of the
 * table may have been lost, or an older copy of it restored.
 */
export const generationChecker =
  (client: DynamoDBDocumentClient, table: string) =>
  async (file: FileInForce): Promise<boolean> => {
    const staged = await client.send(
      new GetCommand({ TableName: table, Key: stagedKey(file), ConsistentRead: true }),
    );
    return staged.Item !== undefined && (await countRows(client, table, file)) === file.rows;
  };

async function countRows(client: DynamoDBDocumentClient, table: string, file: FileInForce): Promise<number> {
  const pages = paginateQuery(
    { client },
    {
      TableName: table,
      KeyConditionExpression: 'pk = :partition',
      ExpressionAttributeValues: { ':partition': rowsPartition(file) },
      ConsistentRead: true,
      Select: 'COUNT',
    },
  );
  let rows = 0;
  for await (const { Count = 0 } of pages) rows += Count;
  return rows;
}
