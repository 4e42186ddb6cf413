import type { ServiceOutputTypes } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { itemKeySchema } from './item.ts';
import { TABLE } from './names.ts';
import type { Table } from './table.ts';
import { projection } from './table-query.ts';

/** Small, so that every scan of a test has several pages; filtered afterwards, so that a page may come empty. */
const ITEMS_PER_PAGE = 3;

// Strict: a parameter that the model does not know must not be passed over.
export const scanSchema = z.strictObject({
  TableName: z.literal(TABLE),
  FilterExpression: z.literal('begins_with(pk, :prefix)'),
  ExpressionAttributeValues: z.strictObject({ ':prefix': z.string() }),
  ExpressionAttributeNames: z.record(z.string(), z.string()).default({}),
  ProjectionExpression: z.string().optional(),
  ConsistentRead: z.literal(true),
  ExclusiveStartKey: itemKeySchema.optional(),
  Limit: z.undefined(),
});

export function answerToScan(table: Table, scan: z.infer<typeof scanSchema>): ServiceOutputTypes {
  const { ExclusiveStartKey: start, ExpressionAttributeValues: values } = scan;
  const all = [...table.partitionNames()].sort().flatMap((pk) => table.partition(pk));
  const isPast = ({ pk, sk }: z.infer<typeof itemKeySchema>) =>
    start === undefined || pk > start.pk || (pk === start.pk && sk > start.sk);
  const rest = all.filter(isPast);
  const page = rest.slice(0, ITEMS_PER_PAGE);
  const last = page.at(-1);
  return {
    $metadata: {},
    Items: page.filter(({ pk }) => pk.startsWith(values[':prefix'])).map(projection(scan)),
    ...(last !== undefined && page.length < rest.length
      ? { LastEvaluatedKey: { pk: last.pk, sk: last.sk } }
      : {}),
  };
}
