import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import type { ServiceOutputTypes } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { assignments, known } from './condition.ts';
import { type Item, type ItemKey, itemKeySchema, itemSchema, valueSchema } from './item.ts';
import { TABLE } from './names.ts';
import type { Manner } from './run.ts';
import type { Table } from './table.ts';

/** Small, so that every query of a test has several pages. */
const ITEMS_PER_PAGE = 2;
const MOST_WRITES = 25;

// Strict: a parameter that the model does not know must not be passed over.
const condition = {
  ConditionExpression: z.string().optional(),
  ExpressionAttributeNames: z.record(z.string(), z.string()).default({}),
  ExpressionAttributeValues: z.record(z.string(), valueSchema).default({}),
};
const getSchema = z.strictObject({
  TableName: z.literal(TABLE),
  Key: itemKeySchema,
  ConsistentRead: z.literal(true),
});
const putSchema = z.strictObject({ TableName: z.literal(TABLE), Item: itemSchema, ...condition });
const updateSchema = z.strictObject({
  TableName: z.literal(TABLE),
  Key: itemKeySchema,
  UpdateExpression: z.string(),
  ...condition,
});
const deleteSchema = z.strictObject({ TableName: z.literal(TABLE), Key: itemKeySchema, ...condition });
const querySchema = z.strictObject({
  TableName: z.literal(TABLE),
  KeyConditionExpression: z.templateLiteral(['pk = ', z.string()]),
  ExpressionAttributeValues: z.record(z.string(), z.string()),
  ConsistentRead: z.literal(true),
  ProjectionExpression: z.string().optional(),
  ExclusiveStartKey: itemKeySchema.optional(),
  Limit: z.undefined(),
});
const writeSchema = z.union([
  z.strictObject({ PutRequest: z.strictObject({ Item: itemSchema }) }),
  z.strictObject({ DeleteRequest: z.strictObject({ Key: itemKeySchema }) }),
]);
const batchSchema = z.strictObject({
  RequestItems: z.record(z.literal(TABLE), z.array(writeSchema).min(1).max(MOST_WRITES)),
});

const ANSWERED = { $metadata: {} };

/** What DynamoDB answers to a command of the document client. */
export function answerOfDynamoDb(
  table: Table,
  command: string,
  input: unknown,
  manner: Manner,
): ServiceOutputTypes {
  switch (command) {
    case 'GetItemCommand': {
      const item = table.get(getSchema.parse(input).Key);
      return item === undefined ? ANSWERED : { ...ANSWERED, Item: item };
    }
    case 'PutItemCommand': {
      const { Item, ...asked } = putSchema.parse(input);
      check(table, Item, asked);
      table.put(Item);
      return ANSWERED;
    }
    case 'UpdateItemCommand': {
      const { Key, UpdateExpression, ...asked } = updateSchema.parse(input);
      const operands = check(table, Key, asked);
      table.put({ ...table.get(Key), ...Key, ...assignments(UpdateExpression, operands) });
      return ANSWERED;
    }
    case 'DeleteItemCommand': {
      const { Key, ...asked } = deleteSchema.parse(input);
      check(table, Key, asked);
      table.remove(Key);
      return ANSWERED;
    }
    case 'QueryCommand':
      return page(table, querySchema.parse(input));
    case 'BatchWriteItemCommand':
      return batch(table, batchSchema.parse(input), manner);
    default:
      throw new Error(`the model of DynamoDB has no ${command}`);
  }
}

function check(
  table: Table,
  key: ItemKey,
  {
    ConditionExpression: expression,
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: values,
  }: Pick<z.infer<typeof deleteSchema>, keyof typeof condition>,
) {
  const operands = { names, values };
  if (!table.meets(key, { expression, ...operands })) {
    throw new ConditionalCheckFailedException({ message: 'The conditional request failed', $metadata: {} });
  }
  return operands;
}

function page(table: Table, query: z.infer<typeof querySchema>): ServiceOutputTypes {
  const { KeyConditionExpression, ExpressionAttributeValues, ProjectionExpression, ExclusiveStartKey } =
    query;
  const pk = known(ExpressionAttributeValues, KeyConditionExpression.slice('pk = '.length));
  const all = table.partition(pk);
  const start = ExclusiveStartKey === undefined ? 0 : all.findIndex(({ sk }) => sk > ExclusiveStartKey.sk);
  const found = start === -1 ? [] : all.slice(start, start + ITEMS_PER_PAGE);
  const attributes = ProjectionExpression?.split(', ');
  const last = found.at(-1);
  const more = last !== undefined && last !== all.at(-1);
  return {
    ...ANSWERED,
    Items: found.map((item) => (attributes === undefined ? item : projected(item, attributes))),
    ...(more ? { LastEvaluatedKey: { pk, sk: last.sk } } : {}),
  };
}

const projected = (item: Item, attributes: readonly string[]) =>
  Object.fromEntries(Object.entries(item).filter(([name]) => attributes.includes(name)));

function batch(
  table: Table,
  { RequestItems }: z.infer<typeof batchSchema>,
  manner: Manner,
): ServiceOutputTypes {
  const left: Record<string, z.infer<typeof writeSchema>[]> = {};
  for (const [name, writes] of Object.entries(RequestItems)) {
    // Never none: that would be an error instead.
    const taken = manner === 'half' ? Math.ceil(writes.length / 2) : writes.length;
    for (const write of writes.slice(0, taken)) {
      if ('PutRequest' in write) table.put(write.PutRequest.Item);
      else table.remove(write.DeleteRequest.Key);
    }
    if (taken < writes.length) left[name] = writes.slice(taken);
  }
  return { ...ANSWERED, UnprocessedItems: left };
}
