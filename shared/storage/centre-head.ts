import * as z from 'zod';
import { TABLE_NAMES } from '#shared/tables/tables.ts';

/** What of a file counts in the study: one staged generation of rows, written before the head named it. */
export const inForceSchema = z.object({
  table: z.enum(TABLE_NAMES),
  versionId: z.string(),
  sha256: z.string(),
  rows: z.number().int(),
  /** When it came into force, ISO 8601. */
  at: z.string(),
});
export type InForce = z.infer<typeof inForceSchema>;

const fileSchema = z.object({
  /** The version of the object that this verdict is about. */
  versionId: z.string(),
  state: z.enum(['accepted', 'refused']),
  at: z.string(),
  /** The files whose rows are in the way of a refused one, as they were when it was examined. */
  blockedBy: z.array(z.object({ key: z.string(), versionId: z.string() })),
  /** The last accepted version: a refused one leaves it as it is. */
  inForce: inForceSchema.nullable(),
});
export type UploadedFile = z.infer<typeof fileSchema>;

/** The truth about one centre: moved by compare-and-swap on `version` only. */
const headSchema = z.object({
  centre: z.string(),
  version: z.number().int(),
  files: z.record(z.string(), fileSchema),
});
export type CentreHead = z.infer<typeof headSchema>;

export const parseHead = (item: unknown): CentreHead => headSchema.parse(item);

export const emptyHead = (centre: string): CentreHead => ({ centre, version: 0, files: {} });

/** The most files of a centre: their entries share one database item of 400 kB. */
export const MOST_FILES = 200;

const next = (head: CentreHead, files: CentreHead['files']): CentreHead => ({
  ...head,
  version: head.version + 1,
  files,
});

/** Whether the head can take a record of this file. */
export const hasRoomFor = (head: CentreHead, key: string): boolean =>
  head.files[key] !== undefined || Object.keys(head.files).length < MOST_FILES;

/** The record of an accepted file: from now on these rows count. */
export const recordAccepted = (inForce: InForce): UploadedFile => ({
  versionId: inForce.versionId,
  state: 'accepted',
  at: inForce.at,
  blockedBy: [],
  inForce,
});

/** The record of a refused file: what counted before goes on counting. */
export const recordRefused = (
  head: CentreHead,
  key: string,
  refusal: { readonly versionId: string; readonly at: string; readonly blockedBy: readonly string[] },
): UploadedFile => ({
  versionId: refusal.versionId,
  state: 'refused',
  at: refusal.at,
  blockedBy: refusal.blockedBy.flatMap((blocker) => {
    const versionId = head.files[blocker]?.inForce?.versionId;
    return versionId === undefined ? [] : [{ key: blocker, versionId }];
  }),
  inForce: head.files[key]?.inForce ?? null,
});

/** The head with another verdict on one file. */
export const withFile = (head: CentreHead, key: string, file: UploadedFile): CentreHead =>
  next(head, { ...head.files, [key]: file });

/** The head without a file that is gone from the bucket. */
export function withoutFile(head: CentreHead, key: string): CentreHead {
  const { [key]: _gone, ...files } = head.files;
  return next(head, files);
}

/**
 * Whether the recorded verdict still answers the object's version: a refusal over rows of another file holds
 * only as long as those files stay as they were.
 */
export function verdictStands(head: CentreHead, key: string, versionId: string): boolean {
  const file = head.files[key];
  return file?.versionId === versionId && blockersStand(head, file);
}

const blockersStand = (head: CentreHead, { blockedBy }: UploadedFile): boolean =>
  blockedBy.every((blocker) => head.files[blocker.key]?.inForce?.versionId === blocker.versionId);

/** The refused files whose way has become free, or may have: to be looked at again. */
export const filesToLookAtAgain = (head: CentreHead): readonly string[] =>
  Object.entries(head.files)
    .filter(([, file]) => !blockersStand(head, file))
    .map(([key]) => key);

/** One file in force, as the study reads it. */
export interface FileInForce extends InForce {
  readonly centre: string;
  readonly key: string;
}

/** All files in force, in the order of their keys. */
export const filesInForce = (heads: readonly CentreHead[]): readonly FileInForce[] =>
  heads
    .flatMap(({ centre, files }) =>
      Object.entries(files).flatMap(([key, { inForce }]) =>
        inForce === null ? [] : [{ ...inForce, centre, key }],
      ),
    )
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
