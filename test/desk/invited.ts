import { INVITATIONS, type Invitation } from '#shared/desk/invitation.ts';
import { sha256 } from '#shared/sha256.ts';
import type { World } from '#test/functions/world/world.ts';

/** As long as a real one. */
export const secretOf = (name: string): string => Buffer.from(name.padEnd(32, '.')).toString('base64url');

const GOOD = {
  role: 'centre',
  name: 'Dr Martin',
  created: '2026-11-01T00:00:00.000Z',
  expires: '2999-01-01T00:00:00.000Z',
  revoked: null,
} as const satisfies Partial<Invitation>;

/** Puts an invitation into the world's table, and answers with its secret. */
export async function invited(
  world: World,
  invitation: Partial<Omit<Invitation, 'id'>> & Pick<Invitation, 'centre'>,
  secret = secretOf(invitation.centre ?? 'coordinator'),
): Promise<string> {
  world.table.put({ pk: INVITATIONS, sk: await sha256(secret), ...GOOD, ...invitation });
  return secret;
}
