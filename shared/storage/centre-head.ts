import * as z from 'zod';
import { TABLE_NAMES } from '#shared/tables/tables.ts';

/** The version of a file whose rows count in the study; they are in the database before the head names it. */
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
  /** `misplaced`: refused unread, because it lies in the folder of no centre of the study. */
  state: z.enum(['accepted', 'refused', 'misplaced']),
  at: z.string(),
  /**
   * Another file whose rows caused the refusal, in the version that counted then. There may be more, without bound;
   * one is enough: as long as it is unchanged, the refusal stands.
   */
  blockedBy: z.object({ key: z.string(), versionId: z.string() }).nullable(),
  /** The last accepted version: a refused one leaves it as it is. */
  inForce: inForceSchema.nullable(),
  /** What an accepted version replaced; its rows are kept for another hour. */
  replaced: inForceSchema.nullable(),
});
export type UploadedFile = z.infer<typeof fileSchema>;

/** All that the study knows of a centre's files. It is only written if `version` is still the one that was read. */
const headSchema = z.object({
  centre: z.string(),
  version: z.number().int(),
  files: z.record(z.string(), fileSchema),
});
export type CentreHead = z.infer<typeof headSchema>;

export const parseHead = (item: unknown): CentreHead => headSchema.parse(item);

export const emptyHead = (centre: string): CentreHead => ({ centre, version: 0, files: {} });

/**
 * The most files of a centre: their entries, of at most 1.8 kB (two keys of 560 bytes, two versions of 250), share one
 * database item of 400 kB.
 */
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
export const recordAccepted = (head: CentreHead, key: string, inForce: InForce): UploadedFile => ({
  versionId: inForce.versionId,
  state: 'accepted',
  at: inForce.at,
  blockedBy: null,
  inForce,
  replaced: head.files[key]?.inForce ?? null,
});

export interface Refusal {
  readonly versionId: string;
  readonly state: 'refused' | 'misplaced';
  readonly at: string;
  /** The keys of the other files that caused the refusal. */
  readonly blockedBy: readonly string[];
}

/** The record of a refused file: what counted before goes on counting. */
export function recordRefused(
  head: CentreHead,
  key: string,
  { blockedBy, ...refusal }: Refusal,
): UploadedFile {
  const [blocker] = blockedBy.flatMap((other) => {
    const versionId = head.files[other]?.inForce?.versionId;
    return versionId === undefined ? [] : [{ key: other, versionId }];
  });
  const inForce = head.files[key]?.inForce ?? null;
  return { ...refusal, blockedBy: blocker ?? null, inForce, replaced: null };
}

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
 * only as long as that file stays as it was, one over the centre only until it is one of the study's.
 */
export function verdictStands(
  head: CentreHead,
  { key, misplaced }: { readonly key: string; readonly misplaced: object | null },
  versionId: string,
): boolean {
  const file = head.files[key];
  if (file?.versionId !== versionId) return false;
  return file.state === 'misplaced' ? misplaced !== null : blockerStands(head, file);
}

const blockerStands = (head: CentreHead, { blockedBy }: UploadedFile): boolean =>
  blockedBy === null || head.files[blockedBy.key]?.inForce?.versionId === blockedBy.versionId;

/** The refused files to examine again, since the file that caused the refusal has changed or gone. */
export const filesToLookAtAgain = (head: CentreHead): readonly string[] =>
  Object.entries(head.files)
    .filter(([, file]) => !blockerStands(head, file))
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
