import type { ServiceOutputTypes } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { known } from './condition.ts';
import { type Item, itemKeySchema } from './item.ts';
import { TABLE } from './names.ts';
import type { Table } from './table.ts';

/** Small, so that every query of a test has several pages. */
const ITEMS_PER_PAGE = 2;

// Strict: a parameter that the model does not know must not be passed over.
export const querySchema = z
  .strictObject({
    TableName: z.literal(TABLE),
    KeyConditionExpression: z.string(),
    ExpressionAttributeNames: z.record(z.string(), z.string()).default({}),
    ExpressionAttributeValues: z.record(z.string(), z.string()),
    ConsistentRead: z.literal(true),
    ProjectionExpression: z.string().optional(),
    Select: z.literal('COUNT').optional(),
    ExclusiveStartKey: itemKeySchema.optional(),
    Limit: z.number().int().positive().optional(),
  })
  // DynamoDB refuses the two together.
  .refine(({ Select, ProjectionExpression }) => Select === undefined || ProjectionExpression === undefined);

const KEY_CONDITION = /^pk = (:\S+?)(?: AND begins_with\(sk, (:\S+)\))?$/;

export function answerToQuery(table: Table, query: z.infer<typeof querySchema>): ServiceOutputTypes {
  const { KeyConditionExpression, ExpressionAttributeValues: values, ExclusiveStartKey: start } = query;
  const [, partition, prefix] = KEY_CONDITION.exec(KeyConditionExpression) ?? [];
  if (partition === undefined) throw new Error(`the model cannot read the query ${KeyConditionExpression}`);
  const pk = known(values, partition);
  const beginning = prefix === undefined ? '' : known(values, prefix);
  const rest = table
    .partition(pk)
    .filter(({ sk }) => sk.startsWith(beginning) && (start === undefined || sk > start.sk));
  const found = rest.slice(0, Math.min(query.Limit ?? ITEMS_PER_PAGE, ITEMS_PER_PAGE));
  const last = found.at(-1);
  const more = last !== undefined && found.length < rest.length;
  return {
    $metadata: {},
    Count: found.length,
    ScannedCount: found.length,
    ...(query.Select === undefined ? { Items: found.map(projection(query)) } : {}),
    ...(more ? { LastEvaluatedKey: { pk, sk: last.sk } } : {}),
  };
}

interface Projected {
  readonly ProjectionExpression?: string | undefined;
  readonly ExpressionAttributeNames: Readonly<Record<string, string>>;
}

/** An item as a read wants it: whole, or with some of its attributes only. */
export const projection = ({ ProjectionExpression, ExpressionAttributeNames: names }: Projected) => {
  const attributes = ProjectionExpression?.split(', ').map((name) =>
    name.startsWith('#') ? known(names, name) : name,
  );
  return (item: Item) =>
    attributes === undefined
      ? item
      : Object.fromEntries(Object.entries(item).filter(([name]) => attributes.includes(name)));
};
