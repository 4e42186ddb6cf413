import * as z from 'zod';

const schema = z.object({ pending: z.array(z.object({ key: z.string() })).default([]) });

/** The keys of the files that a result was published without; a release that waits for nothing names none. */
export const pendingOf = (manifest: unknown): readonly string[] =>
  schema.parse(manifest).pending.map(({ key }) => key);
