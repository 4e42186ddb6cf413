import * as z from 'zod';
import { studySettingsSchema } from '#shared/protocol/study-settings.ts';
import { TABLE_NAMES } from '#shared/tables/tables.ts';

/*
 * What the desk's page asks of its function, and what that answers: both sides parse by these schemas. Here is what
 * every link may ask; `centre-api.ts` and `coordinator-api.ts` have what only theirs may. Each path is fixed, and a file is
 * named in the query or the body: so no name is ever taken apart as a path.
 *
 * All but the page itself need `Authorization: Bearer <secret of the link>`. A body is JSON of at most 16 KB.
 */

/** Every path of the API. */
export const API = {
  /** GET → `sessionSchema`: who the link is for, and what the page must know. */
  session: '/api/session',
  /** A centre's link. GET → `filesSchema`. */
  files: '/api/files',
  /** A centre's link. GET `?name=&version=` → `linkSchema`, to its content; DELETE `?name=&version=` → `withdrawnSchema`. */
  file: '/api/file',
  /** A centre's link. POST `uploadRequestSchema` → `uploadFormSchema`. */
  uploads: '/api/uploads',
  /** A centre's link. GET `?name=&version=` → `reportAnswerSchema`. */
  report: '/api/report',
  /** A centre's link. GET `?name=` → `linkSchema`, to the annotated file. */
  annotated: '/api/report/annotated',
  /** GET → `latestAnswerSchema`. */
  latest: '/api/results/latest',
  /** A coordinator's link. GET → `studySchema`. */
  study: '/api/study',
  /** A coordinator's link. GET → `resultsSchema`. */
  results: '/api/results',
  /** A coordinator's link. GET `?from=&to=`, each the id of a result → `differenceSchema`. */
  difference: '/api/results/difference',
  /** A coordinator's link. POST `freezeRequestSchema` → `frozenResultSchema`. */
  freeze: '/api/results/freeze',
} as const;

/** A text that people read. */
export const bilingualSchema = z.object({ fr: z.string(), en: z.string() });
export const tableSchema = z.enum(TABLE_NAMES);
/** ISO 8601 in UTC. */
export const timeSchema = z.string();

/** Why a request was not carried out; with a status of 400 or more. */
export const refusalSchema = z.object({ code: z.string(), message: bilingualSchema });
export type Refusal = z.infer<typeof refusalSchema>;

export const ROLES = ['centre', 'coordinator'] as const;
export type Role = (typeof ROLES)[number];

export const sessionSchema = z.object({
  role: z.enum(ROLES),
  /** Null of a coordinator's link. */
  centre: z.string().nullable(),
  /** Whom the link was made for, as it was written down; null where nothing was. */
  name: z.string().nullable(),
  /** When the link ends. */
  expires: timeSchema,
  /** The study's clock, for what the page says of dates. */
  now: timeSchema,
  /** By which the page examines a file as the study will. */
  settings: studySettingsSchema,
  /** Names the rules of the study; a report that was made by others will be made again. */
  rules: z.string(),
  limits: z.object({
    largestFileBytes: z.number(),
    mostRows: z.number(),
    mostFiles: z.number(),
    /** Of a name without its ending, in characters. */
    longestName: z.number(),
  }),
});
export type Session = z.infer<typeof sessionSchema>;

/** An address that needs no other right, for some minutes. */
export const linkSchema = z.object({ url: z.string(), expires: timeSchema });
export type Link = z.infer<typeof linkSchema>;

/** Null before the first result; `page` null where its page is not written yet. */
export const latestAnswerSchema = z.object({
  latest: z.object({ id: z.string(), publishedAt: timeSchema, page: linkSchema.nullable() }).nullable(),
});
