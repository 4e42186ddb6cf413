import { type DynamoDBDocumentClient, paginateQuery } from '@aws-sdk/lib-dynamodb';

export type Item = Readonly<Record<string, unknown>>;

/** All items of a partition as they are now (strongly consistent), page by page; only some attributes on request. */
export async function* partitionItems(
  client: DynamoDBDocumentClient,
  table: string,
  partition: string,
  attributes?: string,
): AsyncGenerator<Item> {
  const pages = paginateQuery(
    { client },
    {
      TableName: table,
      KeyConditionExpression: 'pk = :partition',
      ExpressionAttributeValues: { ':partition': partition },
      ConsistentRead: true,
      ProjectionExpression: attributes,
    },
  );
  for await (const { Items = [] } of pages) yield* Items;
}
