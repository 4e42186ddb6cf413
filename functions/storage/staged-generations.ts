import { DeleteCommand, type DynamoDBDocumentClient, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type Generation, STAGED, stagedKey } from '#shared/storage/item-keys.ts';
import { conditionally } from './conditionally.ts';
import { partitionItems } from './partition-items.ts';

/**
 * The record of a generation: written before its first row, gone after its last one is swept.
 *
 *   announce ─► rows ─► head names it ─► head names another: mark idle ─► one hour ─► claim ─► delete rows ─► forget
 *
 * A claim fails once the generation was announced anew or claimed, and an announcement fails while a claim is being
 * carried out: so a sweep never deletes rows that an ingest is writing. A claim lasts an hour: by then its sweep
 * is over or dead, and the generation may be announced or claimed again.
 */
const stagedSchema = z.object({
  centre: z.string(),
  key: z.string(),
  versionId: z.string(),
  generation: z.string().default(''),
  /** When it was announced, lost its head, or was claimed, whichever came last; ISO 8601. */
  idleSince: z.string(),
  state: z.enum(['staged', 'sweeping']),
});
export type StagedGeneration = z.infer<typeof stagedSchema>;

export type AnnounceGeneration = ReturnType<typeof generationAnnouncer>;
export type MarkGenerationIdle = ReturnType<typeof generationIdleMarker>;
export type ClaimGeneration = ReturnType<typeof generationClaimer>;
export type ForgetGeneration = ReturnType<typeof generationForgetter>;
export type ReadStagedGenerations = ReturnType<typeof stagedGenerationsReader>;

/** How long a generation is left alone; longer than any run, for Lambda ends one after 15 minutes. */
const GRACE_MILLISECONDS = 60 * 60 * 1000;

/** The last moment, an hour before now, since when a generation must have been idle to be swept. */
export const idleLongEnough = (now: string): string =>
  new Date(Date.parse(now) - GRACE_MILLISECONDS).toISOString();

/** Announces that a generation's rows are about to be written. Fails while its rows of long ago are being swept. */
export const generationAnnouncer =
  (client: DynamoDBDocumentClient, table: string) =>
  async ({ centre, key, versionId, generation }: Generation, now: string): Promise<void> => {
    const staged: StagedGeneration = { centre, key, versionId, generation, idleSince: now, state: 'staged' };
    const announced = await conditionally(
      client.send(
        new PutCommand({
          TableName: table,
          Item: { ...stagedKey(staged), ...staged },
          ConditionExpression: 'attribute_not_exists(#state) OR #state = :staged OR idleSince <= :longAgo',
          ExpressionAttributeNames: { '#state': 'state' },
          ExpressionAttributeValues: { ':staged': 'staged', ':longAgo': idleLongEnough(now) },
        }),
      ),
    );
    if (!announced)
      throw new Error(`the rows of ${key} are being swept; they can be staged again afterwards`);
  };

/** Notes since when no head names a generation; an hour later it may be swept. */
export const generationIdleMarker =
  (client: DynamoDBDocumentClient, table: string) =>
  async (generation: Generation, now: string): Promise<void> => {
    await conditionally(
      client.send(
        new UpdateCommand({
          TableName: table,
          Key: stagedKey(generation),
          UpdateExpression: 'SET idleSince = :now',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: { ':now': now },
        }),
      ),
    );
  };

/** Claims a generation for sweeping; false when it was announced, marked idle or claimed since it was read. */
export const generationClaimer =
  (client: DynamoDBDocumentClient, table: string) =>
  (generation: StagedGeneration, now: string): Promise<boolean> =>
    conditionally(
      client.send(
        new UpdateCommand({
          TableName: table,
          Key: stagedKey(generation),
          UpdateExpression: 'SET #state = :sweeping, idleSince = :now',
          ConditionExpression: 'idleSince = :read',
          ExpressionAttributeNames: { '#state': 'state' },
          ExpressionAttributeValues: { ':sweeping': 'sweeping', ':now': now, ':read': generation.idleSince },
        }),
      ),
    );

/** Forgets a generation whose rows are all gone, unless it was forgotten and announced anew already. */
export const generationForgetter =
  (client: DynamoDBDocumentClient, table: string) =>
  async (generation: Generation): Promise<void> => {
    await conditionally(
      client.send(
        new DeleteCommand({
          TableName: table,
          Key: stagedKey(generation),
          ConditionExpression: '#state = :sweeping',
          ExpressionAttributeNames: { '#state': 'state' },
          ExpressionAttributeValues: { ':sweeping': 'sweeping' },
        }),
      ),
    );
  };

/** Reads the records of all generations; one that is none any more is written anew when its rows are. */
export const stagedGenerationsReader =
  (client: DynamoDBDocumentClient, table: string) => async (): Promise<readonly StagedGeneration[]> => {
    const generations: StagedGeneration[] = [];
    for await (const item of partitionItems(client, table, STAGED)) {
      const read = stagedSchema.safeParse(item);
      if (read.success) generations.push(read.data);
    }
    return generations;
  };
