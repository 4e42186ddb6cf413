import type { LatestResult } from '#shared/publication/latest-result.ts';
import type { Manifest } from '#shared/publication/manifest.ts';
import type { PendingFile, PendingReason } from '#shared/publication/pending.ts';
import type { Report } from '#shared/reports/report.ts';
import { type CentreHead, filesInForce, isDamaged } from '#shared/storage/centre-head.ts';
import type { LiveVersions } from '#shared/storage/live-versions.ts';
import { ofEachTable, type TableName } from '#shared/tables/tables.ts';
import { uploadAt } from '#shared/validation/upload-place.ts';
import { type FileStatus, fileStatus } from './file-status.ts';

/** How many messages a queue has, approximately, as SQS says. */
export interface QueueDepth {
  readonly waiting: number;
  readonly inWork: number;
}

/** All that the status is made of, as it was read. */
export interface StatusSources {
  /** ISO 8601. */
  readonly now: string;
  /** Those of the deployed study. */
  readonly centres: readonly string[];
  readonly heads: readonly CentreHead[];
  readonly uploads: ReadonlyMap<string, LiveVersions>;
  /** By the key of the upload. */
  readonly reports: ReadonlyMap<string, Report>;
  readonly unsettled: readonly PendingFile[];
  /** Since when runs wait for a file, by key. */
  readonly awaitedSince: ReadonlyMap<string, string>;
  readonly latest: LatestResult | undefined;
  readonly manifest: Manifest | undefined;
  readonly queues: StudyStatus['queues'];
}

export interface CentreStatus {
  /** Blank for files in the folder of nobody who could be a centre. */
  readonly centre: string;
  readonly ofTheStudy: boolean;
  /** The table’s record of it is none any more: none of its files is known until they are read again. */
  readonly damaged: boolean;
  /** What enters the study: the rows in force, and the files that they are from. */
  readonly tables: Readonly<Record<TableName, { readonly files: number; readonly rows: number }>>;
  readonly files: readonly FileStatus[];
  /** What lies in the bucket and the study does not know yet. */
  readonly unanswered: readonly UnansweredUpload[];
}

/** An object of the bucket without a record. */
export interface UnansweredUpload {
  readonly key: string;
  readonly since: string;
}

export interface PublishedStatus extends Pick<Manifest, 'id' | 'computedAt' | 'codeVersion' | 'pending'> {
  readonly publishedAt: string;
  /** The files that it was computed from. */
  readonly inputs: readonly Pick<Manifest['inputs'][number], 'key' | 'versionId' | 'table' | 'rows'>[];
  /** The keys in force that the result does not have in this version, and those that it has and are no longer in force. */
  readonly behind: readonly string[];
}

export interface StudyStatus {
  readonly now: string;
  readonly published: PublishedStatus | null;
  readonly centres: readonly CentreStatus[];
  readonly awaited: readonly {
    readonly key: string;
    readonly reason: PendingReason;
    readonly since: string | null;
  }[];
  readonly queues: {
    readonly uploads: QueueDepth;
    /** The messages that ingest gave up. */
    readonly uploadsGivenUp: number;
    /** The statistics runs that failed for good. */
    readonly failedComputations: number;
    /** The runs of the report that failed for good. */
    readonly failedReports: number;
  };
}

/** How the study stands. */
export function studyStatus(sources: StatusSources): StudyStatus {
  const { now, centres, heads, uploads, unsettled, awaitedSince, queues } = sources;
  const names = new Set([
    ...centres,
    ...heads.map(({ centre }) => centre),
    ...[...uploads.keys()].map((key) => uploadAt(key, centres).centre),
  ]);
  return {
    now,
    published: publishedStatus(sources),
    centres: [...names]
      .toSorted()
      .map((centre) => centreStatus(centre, sources))
      .filter(
        ({ ofTheStudy, damaged, files, unanswered }) =>
          ofTheStudy || damaged || files.length + unanswered.length > 0,
      ),
    awaited: unsettled.map(({ key, reason }) => ({ key, reason, since: awaitedSince.get(key) ?? null })),
    queues,
  };
}

function centreStatus(centre: string, sources: StatusSources): CentreStatus {
  const { centres, heads, uploads, reports, unsettled, manifest } = sources;
  const head = heads.find((other) => other.centre === centre);
  const records = Object.entries(head?.files ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const published = new Map(manifest?.inputs.map(({ key, versionId }) => [key, versionId]));
  const files = records.map(([key, file]) =>
    fileStatus({
      key,
      file,
      report: reports.get(key),
      unsettled: unsettled.find((other) => other.key === key)?.reason,
      published: published.get(key),
    }),
  );
  const inForce = Object.values(head?.files ?? {}).flatMap((file) => file.inForce ?? []);
  const tables = ofEachTable((table) => {
    const own = inForce.filter((file) => file.table === table);
    return { files: own.length, rows: own.reduce((sum, { rows }) => sum + rows, 0) };
  });
  const unanswered = [...uploads]
    .filter(([key]) => head?.files[key] === undefined && uploadAt(key, centres).centre === centre)
    .map(([key, { newest }]) => ({ key, since: newest.lastModified }));
  const damaged = head !== undefined && isDamaged(head);
  return { centre, ofTheStudy: centres.includes(centre), damaged, tables, files, unanswered };
}

function publishedStatus({ latest, manifest, heads }: StatusSources): PublishedStatus | null {
  if (latest === undefined || manifest === undefined) return null;
  const inForce = new Map(filesInForce(heads).map(({ key, versionId }) => [key, versionId]));
  const published = new Map(manifest.inputs.map(({ key, versionId }) => [key, versionId]));
  const keys = [...new Set([...inForce.keys(), ...published.keys()])].toSorted();
  const { id, computedAt, codeVersion, pending, inputs } = manifest;
  return {
    id,
    publishedAt: latest.publishedAt,
    computedAt,
    codeVersion,
    pending,
    inputs: inputs.map(({ key, versionId, table, rows }) => ({ key, versionId, table, rows })),
    behind: keys.filter((key) => inForce.get(key) !== published.get(key)),
  };
}
