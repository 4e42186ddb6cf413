import * as z from 'zod';
import { codesOf } from '#shared/language.ts';
import { studySettingsSchema } from '#shared/protocol/study-settings.ts';
import { frozenResultSchema } from '#shared/publication/frozen-result.ts';
import { PENDING_REASONS } from '#shared/publication/pending.ts';
import { reportSchema } from '#shared/reports/report.ts';
import { TABLE_NAMES } from '#shared/tables/tables.ts';

/*
 * What the desk's page asks of its function, and what that answers: both sides parse by these schemas. Each path is fixed,
 * and a file is named in the query or the body: so no name is ever taken apart as a path.
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

const bilingualSchema = z.object({ fr: z.string(), en: z.string() });
const tableSchema = z.enum(TABLE_NAMES);
const eachTable = <Schema extends z.ZodType>(schema: Schema) => z.record(tableSchema, schema);
/** ISO 8601 in UTC. */
const timeSchema = z.string();

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

/** `examining`: the verdict on the newest version is not there yet. */
export const FILE_STATES = ['examining', 'accepted', 'refused', 'withdrawn'] as const;

const fileEventSchema = z.object({
  what: z.enum(['sent', 'withdrawn']),
  at: timeSchema,
  /** Null of a withdrawal. */
  versionId: z.string().nullable(),
  bytes: z.number().nullable(),
});
export type FileEvent = z.infer<typeof fileEventSchema>;

export const deskFileSchema = z.object({
  name: z.string(),
  state: z.enum(FILE_STATES),
  /** Since when the name holds something: of two files with the same row, the older one counts. Null of a withdrawn one. */
  since: timeSchema.nullable(),
  /** Null of a withdrawn one. */
  newest: z.object({ versionId: z.string(), at: timeSchema, bytes: z.number() }).nullable(),
  /** The version whose rows count: the newest, or an earlier one that the newest, refused or not examined yet, leaves so. */
  inForce: z.object({ versionId: z.string(), at: timeSchema, rows: z.number() }).nullable(),
  /** The figures below are of the report on the newest version; null while there is none. */
  verdictAt: timeSchema.nullable(),
  table: tableSchema.nullable(),
  problems: z.number().nullable(),
  warnings: z.number().nullable(),
  headline: bilingualSchema.nullable(),
  entering: reportSchema.shape.entering,
  changes: reportSchema.shape.changes,
  /** Since when newer rules refuse what earlier ones had accepted. */
  refusedSince: timeSchema.nullable(),
  /** The newest first. */
  history: z.array(fileEventSchema),
});
export type DeskFile = z.infer<typeof deskFileSchema>;

/** In the order of their names; those that are withdrawn too. */
export const filesSchema = z.object({ now: timeSchema, files: z.array(deskFileSchema) });

/** An address that needs no other right, for some minutes. */
export const linkSchema = z.object({ url: z.string(), expires: timeSchema });
export type Link = z.infer<typeof linkSchema>;

export const withdrawnSchema = z.object({ name: z.string(), at: timeSchema });

/** What the page is about to send; the form takes these bytes and no others. */
export const uploadRequestSchema = z.strictObject({
  /** With its ending, `.csv`. */
  name: z.string(),
  bytes: z.int(),
  /** Of the bytes, as 64 hexadecimal digits. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type UploadRequest = z.infer<typeof uploadRequestSchema>;

/** A form for `multipart/form-data`: the fields in this order, then `file`. S3 names the version in `x-amz-version-id`. */
export const uploadFormSchema = z.object({
  url: z.string(),
  fields: z.record(z.string(), z.string()),
  expires: timeSchema,
});
export type UploadForm = z.infer<typeof uploadFormSchema>;

/** Null where there is none yet, or one that is about another version than was asked for. */
export const reportAnswerSchema = z.object({ report: reportSchema.nullable() });

/** Null before the first result; `page` null where its page is not written yet. */
export const latestAnswerSchema = z.object({
  latest: z.object({ id: z.string(), publishedAt: timeSchema, page: linkSchema.nullable() }).nullable(),
});

const centreTableSchema = z.object({
  /** Files of which a version counts. */
  files: z.number(),
  rows: z.number(),
  /** When the newest of these files was put there; null without any. */
  newestAt: timeSchema.nullable(),
  warnings: z.number(),
  /** Patients and pairs that enter the study; null where no report says so. */
  entering: z.object({ patients: z.number(), pairs: z.number().nullable() }).nullable(),
});

/** A refused file without its name and without a cell: how often which kind of problem. */
const refusedFileSchema = z.object({
  table: tableSchema.nullable(),
  at: timeSchema,
  /** Whether an earlier version still counts. */
  stillInForce: z.boolean(),
  refusedSince: timeSchema.nullable(),
  problems: z.array(z.object({ code: z.string(), count: z.number() })),
});

export const centreStateSchema = z.object({
  /** Blank for files in nobody's folder. */
  centre: z.string(),
  ofTheStudy: z.boolean(),
  tables: eachTable(centreTableSchema),
  refused: z.array(refusedFileSchema),
  /** Files in a place, or under a name, where none is read. */
  misplaced: z.number(),
  /** Files that were sent, or replaced, and have no verdict yet; since when the oldest of them waits. */
  examining: z.object({ files: z.number(), since: timeSchema.nullable() }),
});
export type CentreState = z.infer<typeof centreStateSchema>;

const pendingCountSchema = z.object({
  centre: z.string(),
  reason: z.enum(codesOf(PENDING_REASONS)),
  files: z.number(),
});

/** Every centre's state: counts, times and codes, no row and no file's name. */
export const studySchema = z.object({
  now: timeSchema,
  centres: z.array(centreStateSchema),
  published: z
    .object({
      id: z.string(),
      publishedAt: timeSchema,
      computedAt: timeSchema,
      /** The files that it lacks because they could not be looked at. */
      pending: z.array(pendingCountSchema),
      /** How many files in force it does not have in this version, or has no longer. */
      behind: z.number(),
    })
    .nullable(),
});
export type StudyState = z.infer<typeof studySchema>;

const listedResultSchema = z.object({
  id: z.string(),
  computedAt: timeSchema,
  codeVersion: z.string(),
  commit: z.string(),
  files: z.number(),
  rows: eachTable(z.number()),
  patients: z.object({ screened: z.number(), included: z.number() }),
  pending: z.array(pendingCountSchema),
  latest: z.boolean(),
  /** The names under which it is frozen. */
  frozen: z.array(z.string()),
});

/** The newest first. */
export const resultsSchema = z.object({ results: z.array(listedResultSchema) });

const describedResultSchema = z.object({ id: z.string(), computedAt: timeSchema, codeVersion: z.string() });
const readableCellSchema = z.object({ fr: z.string(), en: z.string() });
const namesSchema = z.array(z.string());

/** What differs between two results, as people read it; `tables` has only those that differ. */
export const differenceSchema = z.object({
  before: describedResultSchema,
  after: describedResultSchema,
  sameFigures: z.boolean(),
  /** Of each centre, how many files came, were replaced, went. */
  files: z.array(
    z.object({ centre: z.string(), added: z.number(), replaced: z.number(), removed: z.number() }),
  ),
  /** Settings and terms of the protocol; values as JSON. */
  terms: z.array(z.object({ term: z.string(), before: z.string(), after: z.string() })),
  sameCode: z.boolean(),
  tablesAdded: namesSchema,
  tablesRemoved: namesSchema,
  tables: z.array(
    z.object({
      table: z.string(),
      title: bilingualSchema,
      columnsAdded: namesSchema,
      columnsRemoved: namesSchema,
      rowsAdded: z.array(readableCellSchema),
      rowsRemoved: z.array(readableCellSchema),
      /** All of them are counted; the first hundred are shown. */
      movedCount: z.number(),
      moved: z.array(
        z.object({
          row: readableCellSchema,
          column: bilingualSchema,
          before: readableCellSchema,
          after: readableCellSchema,
        }),
      ),
    }),
  ),
});
export type Difference = z.infer<typeof differenceSchema>;

export const freezeRequestSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  why: z.string().trim().min(1).max(500),
});
export { frozenResultSchema };
