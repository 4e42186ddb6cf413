import { type DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { conditionally } from '#functions/storage/conditionally.ts';
import { toldKey } from '#shared/storage/item-keys.ts';

/**
 * The note of what was told last, of a file or of the results. Whoever is about to tell more claims it first, so that two
 * runs which find the same thing untold do not both tell it; a claim ends by itself, so that a run that dies keeps nobody silent.
 */
const noteSchema = z.object({
  /** JSON. */
  told: z.string(),
});

export type RecallTold = ReturnType<typeof toldRecaller>;
export type ClaimTelling = ReturnType<typeof tellingClaimer>;
export type EndTelling = ReturnType<typeof tellingEnder>;

/**
 * What was told last. Where nobody remembers, as before the first time, or after the note or the table was lost, that is what the caller
 * knows, and is remembered from now on.
 */
export const toldRecaller = (client: DynamoDBDocumentClient, table: string) => {
  const read = async (what: string): Promise<string | undefined> => {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: toldKey(what), ConsistentRead: true }),
    );
    return noteSchema.safeParse(Item).data?.told;
  };
  return async (what: string, otherwise: string): Promise<string> => {
    const told = await read(what);
    if (told !== undefined) return told;
    const isFirst = await conditionally(
      client.send(
        new PutCommand({
          TableName: table,
          Item: { ...toldKey(what), told: otherwise },
          ConditionExpression: 'attribute_not_exists(told)',
        }),
      ),
    );
    return isFirst ? otherwise : ((await read(what)) ?? otherwise);
  };
};

/** One run's right to tell, until then (ISO 8601). */
export interface Claim {
  readonly what: string;
  readonly until: string;
}

/**
 * Claims the right to tell something new; false where another run has it, or has told already. The same claim may be made
 * twice, as the SDK does where an answer is lost.
 */
export const tellingClaimer =
  (client: DynamoDBDocumentClient, table: string) =>
  ({ what, until }: Claim, told: string, now: string): Promise<boolean> =>
    conditionally(
      client.send(
        new UpdateCommand({
          TableName: table,
          Key: toldKey(what),
          UpdateExpression: 'SET telling = :until',
          ConditionExpression: [
            'told = :told AND attribute_not_exists(telling)',
            'told = :told AND telling < :now',
            'told = :told AND telling = :until',
          ].join(' OR '),
          ExpressionAttributeValues: { ':told': told, ':now': now, ':until': until },
        }),
      ),
    );

/**
 * Notes what was told, or that telling more failed, and gives the claim up; does nothing where another run has claimed it
 * since.
 */
export const tellingEnder =
  (client: DynamoDBDocumentClient, table: string) =>
  async ({ what, until }: Claim, told: string, outcome: 'told' | 'failed'): Promise<void> => {
    await conditionally(
      client.send(
        new PutCommand({
          TableName: table,
          Item: { ...toldKey(what), told, ...(outcome === 'failed' && { failed: true }) },
          ConditionExpression: 'telling = :until',
          ExpressionAttributeValues: { ':until': until },
        }),
      ),
    );
  };
