import * as z from 'zod';
import { ERASURES } from '#shared/storage/bucket-keys.ts';

/**
 * `erasures/<when>.json`: that something was erased, and nothing of it. No patient, and no file's name, for that may be
 * a patient's; nor a digest of one, which whoever guesses the few names there are could check.
 */
export const erasureRecordSchema = z.object({
  kind: z.enum(['file', 'patient']),
  centre: z.string(),
  /** Who ran the command, by the name of the account on that computer; CloudTrail knows the credentials. */
  by: z.string(),
  /** ISO 8601. */
  beganAt: z.string(),
  /** Null as long as it goes on, and for good where it was interrupted: another record tells of what was left then. */
  endedAt: z.string().nullable(),
  /** Whether nothing was found any more when it ended. */
  complete: z.boolean().nullable(),
  /** Planned while it goes on, done once it has ended. */
  erased: z.object({
    uploadVersions: z.number(),
    reportVersions: z.number(),
    rows: z.number(),
    records: z.number(),
  }),
  /** The erased versions of uploads, by which a manifest's inputs can be told to be gone. */
  versionIds: z.array(z.string()),
  /** The names of the frozen results that were computed from one of them. */
  frozen: z.array(z.string()),
});
export type ErasureRecord = z.infer<typeof erasureRecordSchema>;

/** Where a record stands. */
export const erasureKey = (beganAt: string): string => `${ERASURES}${beganAt.replaceAll(':', '-')}.json`;
