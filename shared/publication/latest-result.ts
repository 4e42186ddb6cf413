import * as z from 'zod';

/** `results/latest.json`: which published result is the current one, and the keys of its files. */
export const latestResultSchema = z.object({
  id: z.string(),
  /** ISO 8601. */
  publishedAt: z.string(),
  manifest: z.string(),
  tables: z.array(z.string()),
});
export type LatestResult = z.infer<typeof latestResultSchema>;
