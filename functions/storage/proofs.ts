import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { PROOF_KEY } from '#shared/storage/item-keys.ts';

/** What a full verification found as it had to be. */
const proofSchema = z.object({
  /** Names the state of the study: see `studyState`. */
  state: z.string(),
  /** When it was verified, ISO 8601. */
  at: z.string(),
});
export type Proof = z.infer<typeof proofSchema>;

export type ReadProof = ReturnType<typeof proofReader>;
export type WriteProof = ReturnType<typeof proofWriter>;

/** The last full verification that found nothing to do; undefined where there was none, or nobody remembers. */
export const proofReader =
  (client: DynamoDBDocumentClient, table: string) => async (): Promise<Proof | undefined> => {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: PROOF_KEY, ConsistentRead: true }),
    );
    return proofSchema.safeParse(Item).data;
  };

export const proofWriter =
  (client: DynamoDBDocumentClient, table: string) =>
  async (proof: Proof): Promise<void> => {
    await client.send(new PutCommand({ TableName: table, Item: { ...PROOF_KEY, ...proof } }));
  };
