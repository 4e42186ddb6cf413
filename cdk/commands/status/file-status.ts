import type { PendingReason } from '#shared/publication/pending.ts';
import type { Report } from '#shared/reports/report.ts';
import type { UploadedFile } from '#shared/storage/centre-head.ts';
import type { TableName } from '#shared/tables/tables.ts';

/** What the study knows of one uploaded file: counts and times, nothing of what is in it. */
export interface FileStatus {
  readonly key: string;
  /** Null where the file could not be read far enough to tell. */
  readonly table: TableName | null;
  readonly state: UploadedFile['state'];
  /** Since when the name holds something in the bucket, ISO 8601; older files count first. */
  readonly since: string;
  /** When the verdict was recorded. */
  readonly at: string;
  /** Of the newest version; null where its report is not written yet. */
  readonly problems: number | null;
  readonly warnings: number | null;
  /** The version whose rows count: the newest, or an earlier one that the newest, refused, left in force. */
  readonly inForce: { readonly rows: number; readonly at: string; readonly newest: boolean } | null;
  /** Since when the rules refuse it though others had accepted it. */
  readonly refusedByNewRulesSince: string | null;
  /** Why it will be looked at again. */
  readonly unsettled: PendingReason | null;
  /** Whether the latest result was computed from the version in force; of a file without one, from none. */
  readonly published: boolean;
}

export interface FileSources {
  readonly key: string;
  readonly file: UploadedFile;
  readonly report: Report | undefined;
  readonly unsettled: PendingReason | undefined;
  /** The version that the latest result was computed from. */
  readonly published: string | undefined;
}

export function fileStatus({ key, file, report, unsettled, published }: FileSources): FileStatus {
  const { versionId, state, since, at, inForce, refusedSince } = file;
  const answers = report?.versionId === versionId ? report : undefined;
  return {
    key,
    table: inForce?.table ?? answers?.table ?? null,
    state,
    since,
    at,
    problems: answers?.problemCount ?? null,
    warnings: answers?.warningCount ?? null,
    inForce: inForce && { rows: inForce.rows, at: inForce.at, newest: inForce.versionId === versionId },
    refusedByNewRulesSince: refusedSince,
    unsettled: unsettled ?? null,
    published: inForce?.versionId === published,
  };
}
