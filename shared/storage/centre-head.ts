import * as z from 'zod';
import { TABLE_NAMES } from '#shared/tables/tables.ts';

/** The version of a file whose rows count in the study; they are in the database before the head names it. */
export const inForceSchema = z.object({
  table: z.enum(TABLE_NAMES),
  versionId: z.string(),
  sha256: z.string(),
  rows: z.number().int(),
  /** When it was put into the bucket, ISO 8601; release 1.0.0 wrote when it came into force. */
  at: z.string(),
  /** Names its rows, as one set of rules read them from this version; none for those stored before rules had names. */
  generation: z.string().default(''),
});
export type InForce = z.infer<typeof inForceSchema>;

const fileSchema = z.object({
  /** The newest version of the object, which this verdict is about. */
  versionId: z.string(),
  /** Since when the name holds something in the bucket: of two files with the same row, the older one counts. */
  since: z.string(),
  /** `misplaced`: refused unread, because no data set may lie there. */
  state: z.enum(['accepted', 'refused', 'misplaced']),
  /** The rules that it was examined by; other ones than today's: it must be looked at again. */
  rules: z.string(),
  at: z.string(),
  /**
   * The generations of older files that caused the refusal of this version, or of another newer than the one in force; as
   * long as all of them are in force, it stands. Those of one problem of each are enough: one file for a row that stands
   * twice, at most five for a lesion too many.
   */
  blockedBy: z.array(z.string()),
  /** Since when rules refuse this version that others had accepted; null where they did not. */
  refusedSince: z.string().nullable(),
  /** Whether every version since the one in force was refused for itself alone: by these rules it always will be. */
  refusedForGood: z.boolean(),
  /** How many versions are newer than the one in force, all of them refused; how many there are, where none is in force. */
  refusedVersions: z.number().int(),
  /** How many versions there were, of which each is judged beside the older ones. */
  versions: z.number().int().default(0),
  /** Names the centre's other files of which its report speaks; where they are others now, it is written again. */
  beside: z.string().default(''),
  /** The newest acceptable version. */
  inForce: inForceSchema.nullable(),
  /** What an accepted version replaced; its rows are kept for another hour. */
  replaced: inForceSchema.nullable(),
});
export type UploadedFile = z.infer<typeof fileSchema>;

/** How heads are written today; a release that writes them otherwise counts on, and reads the ones before forward. */
const FORM = 2;

/** All that the study knows of a centre's files. It is only written if `version` is still the one that was read. */
const headSchema = z.object({
  form: z.literal(FORM),
  centre: z.string(),
  version: z.number().int(),
  files: z.record(z.string(), fileSchema),
});
export type CentreHead = z.infer<typeof headSchema>;

/** As release 1.0.0 wrote it: files had no age, rules had no name, and a refusal named one other file. */
const firstFormSchema = z
  .object({
    form: z.undefined().optional(),
    centre: z.string(),
    version: z.number().int(),
    files: z.record(
      z.string(),
      fileSchema.pick({ versionId: true, state: true, at: true, inForce: true, replaced: true }),
    ),
  })
  .transform(({ centre, version, files }): CentreHead => {
    const inThisForm = Object.entries(files).map(([key, file]) => {
      const refusals = {
        blockedBy: [],
        refusedSince: null,
        refusedForGood: false,
        refusedVersions: 0,
        versions: 0,
        beside: '',
      };
      return [key, { ...file, since: file.at, rules: '', ...refusals }] as const;
    });
    return { form: FORM, centre, version, files: Object.fromEntries(inThisForm) };
  });

const anyFormSchema = z.union([headSchema, firstFormSchema]);

const laterFormSchema = z.looseObject({ form: z.number().gt(FORM) });

/** Undefined where an item is no head any more; throws where a later release wrote it, which is not ours to replace. */
export function parseHead(item: unknown): CentreHead | undefined {
  if (laterFormSchema.safeParse(item).success) throw new Error('the head was written by a later release');
  return anyFormSchema.safeParse(item).data;
}

/** Whether a head stands for an item that is none any more: the first head that is ever stored has version 1. */
export const isDamaged = ({ version }: CentreHead): boolean => version === 0;

export const emptyHead = (centre: string): CentreHead => ({ form: FORM, centre, version: 0, files: {} });

/**
 * The most files of a centre: their entries, of at most 1.8 kB (a key of 560 bytes, three versions of 250, ten names of
 * generations and rules), share one database item of 400 kB.
 */
export const MOST_FILES = 200;

/** How many changes of any file these heads have seen. */
export const changesSeen = (heads: readonly CentreHead[]): number =>
  heads.reduce((changes, { version }) => changes + version, 0);

/** Whether the head can take a record of this file. */
export const hasRoomFor = (head: CentreHead, key: string): boolean =>
  head.files[key] !== undefined || Object.keys(head.files).length < MOST_FILES;

/** The head with other records of some files. */
export const withFiles = (head: CentreHead, files: CentreHead['files']): CentreHead => ({
  ...head,
  version: head.version + 1,
  files: { ...head.files, ...files },
});

/** The head without a file that is gone from the bucket. */
export function withoutFile(head: CentreHead, key: string): CentreHead {
  const { [key]: _gone, ...files } = head.files;
  return { ...head, version: head.version + 1, files };
}

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
