import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { type CentreHead, emptyHead, parseHead } from '#shared/storage/centre-head.ts';
import { centreOfHead, HEADS, headKey } from '#shared/storage/item-keys.ts';
import { conditionally } from './conditionally.ts';
import { type Item, partitionItems } from './partition-items.ts';

export type ReadHead = ReturnType<typeof headReader>;
export type ReadHeads = ReturnType<typeof headsReader>;
export type CommitHead = ReturnType<typeof headWriter>;

/**
 * Reads a centre's head as it is now; a centre that never sent anything has an empty one. An item that is no head any more
 * is replaced by an empty head, into which the centre's files are brought in again.
 *
 * @param haveBroughtIn - asks for all files of the study to be compared with the table, before it is lost which were there
 */
export const headReader =
  (client: DynamoDBDocumentClient, table: string, haveBroughtIn: (centre: string) => Promise<void>) =>
  async (centre: string): Promise<CentreHead> => {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: headKey(centre), ConsistentRead: true }),
    );
    if (Item === undefined) return emptyHead(centre);
    const head = headOf(centre, Item);
    if (head !== undefined) return head;
    await haveBroughtIn(centre);
    const fresh = { ...emptyHead(centre), version: 1 };
    await replaceItem(client, table, Item, { ...headKey(centre), ...fresh });
    return fresh;
  };

/** Reads all centres' heads; in the place of an item that is none any more stands an empty one (`isDamaged`). */
export const headsReader =
  (client: DynamoDBDocumentClient, table: string) => async (): Promise<readonly CentreHead[]> => {
    const heads: CentreHead[] = [];
    for await (const item of partitionItems(client, table, HEADS)) {
      const centre = centreOfHead(String(item['sk']));
      heads.push(headOf(centre, item) ?? emptyHead(centre));
    }
    return heads;
  };

function headOf(centre: string, item: Item): CentreHead | undefined {
  const head = parseHead(item);
  return head?.centre === centre ? head : undefined;
}

/** Puts another item in the place of one, unless that was changed since it was read. */
async function replaceItem(
  client: DynamoDBDocumentClient,
  table: string,
  read: Item,
  item: Record<string, unknown>,
): Promise<void> {
  const attributes = Object.entries(read);
  await conditionally(
    client.send(
      new PutCommand({
        TableName: table,
        Item: item,
        ConditionExpression: attributes.map((_, place) => `#a${place} = :a${place}`).join(' AND '),
        ExpressionAttributeNames: Object.fromEntries(attributes.map(([name], place) => [`#a${place}`, name])),
        ExpressionAttributeValues: Object.fromEntries(
          attributes.map(([, value], place) => [`:a${place}`, value]),
        ),
      }),
    ),
  );
}

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
