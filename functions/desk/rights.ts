import type { S3Client } from '@aws-sdk/client-s3';
import { AssumeRoleCommand, type STSClient } from '@aws-sdk/client-sts';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { TemporaryCredentials } from '#functions/clients.ts';
import { type Invitation, shortLinkId } from '#shared/desk/invitation.ts';
import { FORM_SECONDS, type Presigner } from './presigned.ts';

/** What one link may do: clients that can reach nothing else, even where the desk's own code were wrong. */
export interface Rights {
  readonly s3: S3Client;
  readonly database: DynamoDBDocumentClient;
  readonly presigner: Presigner;
}

export type RightsOf = (invitation: Invitation) => Promise<Rights>;

/** The session tag that the policies of a centre's role compare with (`aws:PrincipalTag/centre`). */
export const CENTRE_TAG = 'centre';

/** The longest that a role lives that another role took on. */
const SESSION_SECONDS = 60 * 60;
/** A form or a link must not outlive the session that signed it. */
const SHORTEST_LEFT_MILLISECONDS = 2 * FORM_SECONDS * 1000;

export interface RightsSource {
  readonly sts: STSClient;
  readonly roles: Readonly<Record<Invitation['role'], string>>;
  readonly withCredentials: (credentials: TemporaryCredentials) => Rights;
  readonly now: () => Date;
}

/** Takes on the role of a link, tagged with its centre; again before it ends. CloudTrail names the link by its short id. */
export function rightsByRole({ sts, roles, withCredentials, now }: RightsSource): RightsOf {
  const known = new Map<string, { readonly rights: Rights; readonly ends: number }>();
  return async ({ id, role, centre }) => {
    const held = known.get(id);
    if (held !== undefined && held.ends - now().getTime() > SHORTEST_LEFT_MILLISECONDS) return held.rights;
    const { Credentials } = await sts.send(
      new AssumeRoleCommand({
        RoleArn: roles[role],
        RoleSessionName: `desk-${shortLinkId({ id })}`,
        DurationSeconds: SESSION_SECONDS,
        ...(centre !== null && { Tags: [{ Key: CENTRE_TAG, Value: centre }] }),
      }),
    );
    const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = Credentials ?? {};
    if (!AccessKeyId || !SecretAccessKey || !SessionToken || !Expiration) {
      throw new Error('STS answered without credentials');
    }
    const rights = withCredentials({
      accessKeyId: AccessKeyId,
      secretAccessKey: SecretAccessKey,
      sessionToken: SessionToken,
    });
    known.set(id, { rights, ends: Expiration.getTime() });
    return rights;
  };
}
