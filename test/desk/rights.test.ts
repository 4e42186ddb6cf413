import type { S3Client } from '@aws-sdk/client-s3';
import { STSClient } from '@aws-sdk/client-sts';
import { describe, expect, it } from 'vitest';
import type { TemporaryCredentials } from '#functions/clients.ts';
import { type Rights, rightsByRole } from '#functions/desk/rights.ts';
import type { Invitation } from '#shared/desk/invitation.ts';
import { database, s3 } from '#test/functions/world/clients.ts';

const MINUTE = 60_000;
const ROLES = { centre: 'arn:aws:iam::1:role/centre', coordinator: 'arn:aws:iam::1:role/coordinator' };
const LINK: Invitation = {
  id: 'abcdef0123456789'.repeat(4),
  role: 'centre',
  centre: 'rouen',
  name: 'Dr Martin',
  created: '2026-11-01T00:00:00.000Z',
  expires: '2027-01-01T00:00:00.000Z',
  revoked: null,
};

/** STS, which gives other credentials each time, for an hour. */
function roles() {
  let clock = Date.parse('2026-11-26T08:00:00Z');
  const taken: unknown[] = [];
  const used: TemporaryCredentials[] = [];
  const sts = new STSClient({ region: 'eu-west-3' });
  sts.middlewareStack.add(
    () =>
      async ({ input }) => {
        taken.push(input);
        const Credentials = {
          AccessKeyId: `key ${taken.length}`,
          SecretAccessKey: 'secret',
          SessionToken: 'token',
          Expiration: new Date(clock + 60 * MINUTE),
        };
        return { response: undefined, output: { $metadata: {}, Credentials } };
      },
    { step: 'initialize', priority: 'high', name: 'roles-in-memory' },
  );
  const nothing: { readonly s3: S3Client } & Omit<Rights, 's3'> = {
    s3,
    database,
    presigner: { form: () => Promise.reject(new Error()), link: () => Promise.reject(new Error()) },
  };
  const rightsOf = rightsByRole({
    sts,
    roles: ROLES,
    withCredentials: (credentials) => {
      used.push(credentials);
      return { ...nothing };
    },
    now: () => new Date(clock),
  });
  const pass = (minutes: number) => {
    clock += minutes * MINUTE;
  };
  return { rightsOf, taken, used, pass };
}

describe('the rights of a link', () => {
  it('are those of the role of a centre, tagged with the link’s centre, in a session that names the link', async () => {
    const { rightsOf, taken, used } = roles();
    await rightsOf(LINK);
    expect(taken).toEqual([
      {
        RoleArn: ROLES.centre,
        RoleSessionName: 'desk-abcdef01',
        DurationSeconds: 3600,
        Tags: [{ Key: 'centre', Value: 'rouen' }],
      },
    ]);
    expect(used).toEqual([{ accessKeyId: 'key 1', secretAccessKey: 'secret', sessionToken: 'token' }]);
  });

  it('of a coordinator are those of another role, without any tag', async () => {
    const { rightsOf, taken } = roles();
    await rightsOf({ ...LINK, role: 'coordinator', centre: null });
    expect(taken).toMatchObject([{ RoleArn: ROLES.coordinator }]);
    expect(taken[0]).not.toHaveProperty('Tags');
  });

  it('are kept for the link, and taken on anew before what was signed with them could outlive them', async () => {
    const { rightsOf, taken, pass } = roles();
    const first = await rightsOf(LINK);
    pass(39);
    expect(await rightsOf(LINK)).toBe(first);
    pass(2);
    expect(await rightsOf(LINK)).not.toBe(first);
    expect(taken).toHaveLength(2);
  });

  it('are never those of another link', async () => {
    const { rightsOf } = roles();
    const other = { ...LINK, id: '0'.repeat(64), centre: 'caen' };
    expect(await rightsOf(other)).not.toBe(await rightsOf(LINK));
  });
});
