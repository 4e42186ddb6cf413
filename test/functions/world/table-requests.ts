import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import type { ServiceOutputTypes } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { assignments } from './condition.ts';
import { type ItemKey, itemKeySchema, itemSchema, valueSchema } from './item.ts';
import { TABLE } from './names.ts';
import type { Manner } from './run.ts';
import type { Table } from './table.ts';
import { answerToQuery, projection, querySchema } from './table-query.ts';
import { answerToScan, scanSchema } from './table-scan.ts';

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
  ProjectionExpression: z.string().optional(),
  ExpressionAttributeNames: condition.ExpressionAttributeNames,
});
const putSchema = z.strictObject({ TableName: z.literal(TABLE), Item: itemSchema, ...condition });
const updateSchema = z.strictObject({
  TableName: z.literal(TABLE),
  Key: itemKeySchema,
  UpdateExpression: z.string(),
  ...condition,
});
const deleteSchema = z.strictObject({ TableName: z.literal(TABLE), Key: itemKeySchema, ...condition });
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
      const { Key, ...asked } = getSchema.parse(input);
      const item = table.get(Key);
      return item === undefined ? ANSWERED : { ...ANSWERED, Item: projection(asked)(item) };
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
      const before = table.get(Key);
      table.put({ ...before, ...Key, ...assignments(UpdateExpression, before, operands) });
      return ANSWERED;
    }
    case 'DeleteItemCommand': {
      const { Key, ...asked } = deleteSchema.parse(input);
      check(table, Key, asked);
      table.remove(Key);
      return ANSWERED;
    }
    case 'QueryCommand':
      return answerToQuery(table, querySchema.parse(input));
    case 'ScanCommand':
      return answerToScan(table, scanSchema.parse(input));
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
