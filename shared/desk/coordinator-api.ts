import * as z from 'zod';
import { codesOf } from '#shared/language.ts';
import { PENDING_REASONS } from '#shared/publication/pending.ts';
import { bilingualSchema, tableSchema, timeSchema } from './api.ts';

/* What is asked with a coordinator's link, and answered. */

const eachTable = <Schema extends z.ZodType>(schema: Schema) => z.record(tableSchema, schema);

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
  /** Whether its tables were deleted since. */
  cleared: z.boolean(),
  /** The names under which it is frozen. */
  frozen: z.array(z.string()),
});

/** The newest first. */
export const resultsSchema = z.object({ results: z.array(listedResultSchema) });

const describedResultSchema = z.object({ id: z.string(), computedAt: timeSchema, codeVersion: z.string() });
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
      rowsAdded: z.array(bilingualSchema),
      rowsRemoved: z.array(bilingualSchema),
      /** All of them are counted; the first hundred are shown. */
      movedCount: z.number(),
      moved: z.array(
        z.object({
          row: bilingualSchema,
          column: bilingualSchema,
          before: bilingualSchema,
          after: bilingualSchema,
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
