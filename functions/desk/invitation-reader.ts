import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import {
  type Invitation,
  invitationId,
  invitationKey,
  invitationSchema,
  invitationState,
} from '#shared/desk/invitation.ts';

/** The invitation that a secret belongs to, while it is good. */
export type ReadInvitation = (secret: string) => Promise<Invitation | undefined>;

/**
 * Whatever was given for a secret, one item is looked for, by a digest of it: so the time tells nothing of how near a guess
 * was. An invitation of a centre that the study no longer has is none.
 */
export const invitationReader =
  (
    client: DynamoDBDocumentClient,
    table: string,
    centres: readonly string[],
    now: () => Date,
  ): ReadInvitation =>
  async (secret) => {
    const { Item } = await client.send(
      new GetCommand({
        TableName: table,
        Key: invitationKey(await invitationId(secret)),
        ConsistentRead: true,
      }),
    );
    if (Item === undefined) return undefined;
    const invitation = invitationSchema.parse(Item);
    const { centre } = invitation;
    const isGood = invitationState(invitation, now().toISOString()) === 'good';
    return isGood && (centre === null || centres.includes(centre)) ? invitation : undefined;
  };
