import * as z from 'zod';
import { codesOf, type Titles } from '#shared/language.ts';

/** Why a file of the bucket is not, or not yet, in a result. */
export const PENDING_REASONS = {
  not_examined_again: {
    fr: 'à relire : les règles, les centres ou un autre fichier ont changé depuis',
    en: 'to be read again: rules, centres or another file changed since',
  },
  lost_from_table: {
    fr: 'la base ne le connaît plus (ou plus dans cet état)',
    en: 'the table no longer knows it (or not in this state)',
  },
  rows_lost: { fr: 'des lignes manquent dans la base', en: 'rows are missing in the table' },
  not_brought_in: {
    fr: 'déposé, remplacé ou supprimé sans que la base le sache',
    en: 'dropped, replaced or deleted without the table knowing',
  },
} as const satisfies Titles;
export type PendingReason = keyof typeof PENDING_REASONS;

export const pendingSchema = z.object({
  centre: z.string(),
  key: z.string(),
  reason: z.enum(codesOf(PENDING_REASONS)),
});
/** A file that a result lacks although it lies in the bucket, or that it lacks because it does not lie there any more. */
export type PendingFile = Readonly<z.infer<typeof pendingSchema>>;
