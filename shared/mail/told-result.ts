import * as z from 'zod';

/** Which result was told last; both null before the first one. */
export const toldResultSchema = z
  .object({
    id: z.string().nullable(),
    /** The day (UTC) on which it was told: at most one mail a day. */
    day: z.string().nullable(),
  })
  .readonly();
export type ToldResult = z.infer<typeof toldResultSchema>;

export const NO_RESULT_TOLD: ToldResult = { id: null, day: null };
