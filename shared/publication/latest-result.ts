import * as z from 'zod';

/** `results/latest.json`: which published result is the current one, and the keys of its files. */
export const latestResultSchema = z.object({
  id: z.string(),
  /** ISO 8601. */
  publishedAt: z.string(),
  manifest: z.string(),
  tables: z.array(z.string()),
  /** How many changes the heads of all centres had seen by then; a table that knows fewer has lost some. */
  changes: z.number().int().default(0),
});
export type LatestResult = z.infer<typeof latestResultSchema>;
