import * as z from 'zod';

const bilingualSchema = z.object({ fr: z.string(), en: z.string() });

/** What the supervisor tells the process that launched it. */
export const News = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), step: bilingualSchema }),
  z.object({ kind: z.literal('ready'), endpoint: z.url() }),
  z.object({ kind: z.literal('released') }),
  z.object({ kind: z.literal('failed'), sentence: bilingualSchema }),
]);
export type News = z.infer<typeof News>;

/** The one thing it can be asked: to go on without that process. It stops when the channel closes. */
export const RELEASE = 'release';
