import * as z from 'zod';
import { reportSchema } from '#shared/reports/report.ts';
import { bilingualSchema, tableSchema, timeSchema } from './api.ts';

/* What is asked with a centre's link, and answered. */

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
