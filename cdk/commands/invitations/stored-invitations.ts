import { type DynamoDBDocumentClient, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { partitionItems } from '#functions/storage/partition-items.ts';
import { INVITATIONS, type Invitation, invitationKey, invitationSchema } from '#shared/desk/invitation.ts';

/** Keeps an invitation; never over another one. */
export async function putInvitation(
  client: DynamoDBDocumentClient,
  table: string,
  { id, ...invitation }: Invitation,
): Promise<void> {
  await client.send(
    new PutCommand({
      TableName: table,
      Item: { ...invitationKey(id), ...invitation },
      ConditionExpression: 'attribute_not_exists(pk)',
    }),
  );
}

/** All that were ever made, the newest first. */
export async function storedInvitations(
  client: DynamoDBDocumentClient,
  table: string,
): Promise<readonly Invitation[]> {
  const invitations: Invitation[] = [];
  for await (const item of partitionItems(client, table, INVITATIONS)) {
    invitations.push(invitationSchema.parse(item));
  }
  return invitations.toSorted((a, b) => (a.created < b.created ? 1 : -1));
}

/** Ends an invitation from now on. */
export async function revokeInvitation(
  client: DynamoDBDocumentClient,
  table: string,
  { id }: Invitation,
  now: string,
): Promise<void> {
  await client.send(
    new UpdateCommand({
      TableName: table,
      Key: invitationKey(id),
      UpdateExpression: 'SET revoked = :now',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeValues: { ':now': now },
    }),
  );
}
