import * as z from 'zod';

/** What a result may be called for good. What could be the beginning of an id is no name: see `freezableName`. */
const FROZEN_NAME = /^[a-z0-9-]{1,64}$/;
/** As many hexadecimal digits of an id as are enough to mean a result by them. */
export const SHORTEST_PREFIX = 6;
const ID_PREFIX = /^[0-9a-f]{6,32}$/;

/** Whether a word may be, or begin, the id of a result. */
export const isIdPrefix = (word: string): boolean => ID_PREFIX.test(word);

/** The word that means the newest result, wherever an id may stand. */
export const LATEST = 'latest';

/** Whether a result may be frozen under this name: a–z, 0–9 and `-`, and mistakable for nothing else. */
export const freezableName = (name: string): boolean =>
  FROZEN_NAME.test(name) && name !== LATEST && !isIdPrefix(name);

/** `results/frozen/NAME.json`, written once: which result a publication cites. */
export const frozenResultSchema = z.object({
  name: z.string().refine(freezableName),
  id: z.string(),
  /** ISO 8601. */
  at: z.string(),
  by: z.string(),
  why: z.string(),
});
export type FrozenResult = z.infer<typeof frozenResultSchema>;
