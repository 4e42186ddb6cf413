import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { type CentreHead, emptyHead, parseHead } from '#shared/storage/centre-head.ts';
import { HEADS, headKey } from '#shared/storage/item-keys.ts';
import { conditionally } from './conditionally.ts';
import { partitionItems } from './partition-items.ts';

export type ReadHead = ReturnType<typeof headReader>;
export type ReadHeads = ReturnType<typeof headsReader>;
export type CommitHead = ReturnType<typeof headWriter>;

/** Reads a centre's head as it is now; a centre that never sent anything has an empty one. */
export const headReader =
  (client: DynamoDBDocumentClient, table: string) =>
  async (centre: string): Promise<CentreHead> => {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: headKey(centre), ConsistentRead: true }),
    );
    return Item === undefined ? emptyHead(centre) : parseHead(Item);
  };

/** Reads all centres' heads. */
export const headsReader =
  (client: DynamoDBDocumentClient, table: string) => async (): Promise<readonly CentreHead[]> => {
    const heads: CentreHead[] = [];
    for await (const item of partitionItems(client, table, HEADS)) heads.push(parseHead(item));
    return heads;
  };

/**
 * The compare-and-swap: writes a head only if the one stored is still the one that it was made from, which
 * has the version before.
 */
export const headWriter =
  (client: DynamoDBDocumentClient, table: string) =>
  async (head: CentreHead): Promise<'committed' | 'overtaken'> => {
    const first = head.version === 1;
    const committed = await conditionally(
      client.send(
        new PutCommand({
          TableName: table,
          Item: { ...headKey(head.centre), ...head },
          ConditionExpression: first ? 'attribute_not_exists(pk)' : '#version = :before',
          ...(first
            ? {}
            : {
                ExpressionAttributeNames: { '#version': 'version' },
                ExpressionAttributeValues: { ':before': head.version - 1 },
              }),
        }),
      ),
    );
    return committed ? 'committed' : 'overtaken';
  };
