/** One version of an uploaded object, as S3 lists it. */
export interface ListedVersion {
  readonly versionId: string;
  /** When it was put there, ISO 8601 in UTC; S3 knows whole seconds. */
  readonly lastModified: string;
  readonly sizeInBytes: number;
  readonly isLatest: boolean;
}

/** One deletion of an object, as S3 lists it. */
export type ListedDeletion = Pick<ListedVersion, 'lastModified' | 'isLatest'>;

/** The versions of an object since it was deleted last, or since ever; at least one. */
export interface LiveVersions {
  /** When the oldest of them was put there: since then the name holds something. */
  readonly since: string;
  readonly newest: ListedVersion;
  /** The newest first. */
  readonly versions: readonly ListedVersion[];
}

/**
 * What of an object's history counts: nothing from before its last deletion. Undefined where it is gone.
 *
 * S3 lists deletions apart from versions, so that within one second their order is unknown: there a version counts as
 * older than the deletion, unless it is the current one.
 *
 * @param versions - of one key, the newest first
 */
export function liveVersions(
  versions: readonly ListedVersion[],
  deletions: readonly ListedDeletion[],
): LiveVersions | undefined {
  if (deletions.some(({ isLatest }) => isLatest)) return undefined;
  const deleted = deletions.map(({ lastModified }) => lastModified).reduce(later, '');
  const live = versions.filter(({ isLatest, lastModified }) => isLatest || lastModified > deleted);
  const [newest] = live;
  return newest && { newest, versions: live, since: (live.at(-1) ?? newest).lastModified };
}

/** How many versions are newer than one of them; how many there are, without one, and undefined where it lives no more. */
export function versionsSince({ versions }: LiveVersions, versionId: string | undefined): number | undefined {
  if (versionId === undefined) return versions.length;
  const position = versions.findIndex((version) => version.versionId === versionId);
  return position === -1 ? undefined : position;
}

const later = (a: string, b: string): string => (a > b ? a : b);
