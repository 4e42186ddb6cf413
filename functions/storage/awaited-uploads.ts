import { DeleteCommand, type DynamoDBDocumentClient, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { PENDING, pendingKey } from '#shared/storage/item-keys.ts';
import { conditionally } from './conditionally.ts';
import { partitionItems } from './partition-items.ts';

/**
 * The note of a file that statistics runs wait for, or whose report they want written again. Its hint is outstanding as long as `answers` is as it was when the file was
 * asked for: an ingest counts it up at its end and then asks for a run, which asks anew if it finds the file unsettled again.
 *
 *   note ─► hint ─► asked ─► ingest brings it in, answers ─► settled: forget
 */
const awaitedSchema = z.object({
  sk: z.string(),
  /** Since when it has been waited for under these rules, ISO 8601. */
  since: z.string(),
  rules: z.string(),
  /** What is wanted of it: no result waits for a report. */
  wanted: z.enum(['file', 'report']).default('file'),
  /** How often an ingest has brought it in since. */
  answers: z.number().int(),
  /** `answers` as it was when it was asked for last; −1 before the first time. */
  askedAfter: z.number().int(),
});
export type AwaitedUpload = Readonly<Omit<z.infer<typeof awaitedSchema>, 'sk'>>;

export type ReadAwaited = ReturnType<typeof awaitedReader>;
export type NoteAwaited = ReturnType<typeof awaitedNoter>;
export type NoteAsked = ReturnType<typeof askedNoter>;
export type NoteAnswered = ReturnType<typeof answeredNoter>;
export type ForgetAwaited = ReturnType<typeof awaitedForgetter>;

/** All files that are waited for, by key; a note that is none any more is made anew where it is needed. */
export const awaitedReader =
  (client: DynamoDBDocumentClient, table: string) =>
  async (): Promise<ReadonlyMap<string, AwaitedUpload>> => {
    const awaited = new Map<string, AwaitedUpload>();
    for await (const item of partitionItems(client, table, PENDING)) {
      const read = awaitedSchema.safeParse(item);
      if (!read.success) continue;
      const { sk, ...note } = read.data;
      awaited.set(sk, note);
    }
    return awaited;
  };

/** Notes that a file is waited for from now on, and that nobody has asked for it yet. */
export const awaitedNoter =
  (client: DynamoDBDocumentClient, table: string) =>
  async (key: string, wanted: Pick<AwaitedUpload, 'since' | 'rules' | 'wanted'>): Promise<void> => {
    const note: AwaitedUpload = { ...wanted, answers: 0, askedAfter: -1 };
    await client.send(new PutCommand({ TableName: table, Item: { ...pendingKey(key), ...note } }));
  };

/** Notes that a file was asked for, after so many answers. */
export const askedNoter =
  (client: DynamoDBDocumentClient, table: string) =>
  async (key: string, answers: number): Promise<void> => {
    await conditionally(
      client.send(
        new UpdateCommand({
          TableName: table,
          Key: pendingKey(key),
          UpdateExpression: 'SET askedAfter = :answers',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: { ':answers': answers },
        }),
      ),
    );
  };

/** Notes that an ingest has brought a file in; false where nobody waits for it. */
export const answeredNoter =
  (client: DynamoDBDocumentClient, table: string) =>
  (key: string): Promise<boolean> =>
    conditionally(
      client.send(
        new UpdateCommand({
          TableName: table,
          Key: pendingKey(key),
          UpdateExpression: 'SET answers = answers + :one',
          // So it holds for a number only: anything else would let every ingest of this file fail.
          ConditionExpression: 'answers >= :none',
          ExpressionAttributeValues: { ':one': 1, ':none': 0 },
        }),
      ),
    );

/** Forgets a file that nobody waits for any longer. */
export const awaitedForgetter =
  (client: DynamoDBDocumentClient, table: string) =>
  async (key: string): Promise<void> => {
    await client.send(new DeleteCommand({ TableName: table, Key: pendingKey(key) }));
  };
