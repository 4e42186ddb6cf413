import * as z from 'zod';
import { sha256 } from '#shared/sha256.ts';
import type { ItemKey } from '#shared/storage/item-keys.ts';
import { ROLES } from './api.ts';

/** How long a link is good for, in days. */
export const LINK_DAYS = { usual: 90, most: 366 } as const;
/** Of whom a link is for, in characters. */
export const LONGEST_LINK_NAME = 80;
/** The bytes of a link's secret: nobody guesses 256 bits. */
export const SECRET_BYTES = 32;

/** As many digits of an invitation's hash as `ctmri invitations` shows, and `ctmri revoke` takes. */
export const SHORT_ID_DIGITS = 8;
export const shortLinkId = ({ id }: Pick<Invitation, 'id'>): string => id.slice(0, SHORT_ID_DIGITS);

/** The partition of the invitations; the desk may read an item of it, and not list them. */
export const INVITATIONS = 'INVITATIONS';
export const invitationKey = (id: string): ItemKey => ({ pk: INVITATIONS, sk: id });

/** A link that was made for somebody: all that is kept of it, without its secret. */
export const invitationSchema = z
  .object({
    /** The SHA-256 of the secret, 64 hexadecimal digits. */
    sk: z.string(),
    role: z.enum(ROLES),
    /** Null of a coordinator. */
    centre: z.string().nullable(),
    /** Whom it is for; null where nobody wrote it down. */
    name: z.string().nullable(),
    /** ISO 8601, as are the others. */
    created: z.string(),
    expires: z.string(),
    revoked: z.string().nullable(),
  })
  .refine(({ role, centre }) => (role === 'centre') === (centre !== null))
  .transform(({ sk, ...invitation }) => ({ id: sk, ...invitation }));
export type Invitation = Readonly<z.infer<typeof invitationSchema>>;

/** The name of the item that belongs to a secret, whatever was given for one. */
export const invitationId = (secret: string): Promise<string> => sha256(secret);

export type InvitationState = 'good' | 'expired' | 'revoked';

export function invitationState({ expires, revoked }: Invitation, now: string): InvitationState {
  if (revoked !== null) return 'revoked';
  return expires > now ? 'good' : 'expired';
}

/** What a person is given: the page's address, and behind `#`, where no server and no log sees it, the secret. */
export const linkOf = (deskUrl: string, secret: string): string => `${deskUrl}#${secret}`;
