import type * as z from 'zod';
import type { resultsSchema } from '#shared/desk/coordinator-api.ts';

/** One result of the list. */
export type ListedResult = z.infer<typeof resultsSchema>['results'][number];

const SHORT_DIGITS = 12;
/** As much of an id as tells it from others. */
export const shortId = (id: string): string => id.slice(0, SHORT_DIGITS);
